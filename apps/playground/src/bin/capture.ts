import { captureCommand } from '../terminal/capture-command.ts';

const { output, exitCode } = await captureCommand(process.argv.slice(2), process.env);
if (exitCode < 2) console.log(output);
else console.error(output);
process.exitCode = exitCode;
