import { captureCommand } from '../terminal/capture-command.ts';

const { output, exitCode } = await captureCommand(process.argv.slice(2), process.env);
if (exitCode === 2) console.error(output);
else console.log(output);
process.exitCode = exitCode;
