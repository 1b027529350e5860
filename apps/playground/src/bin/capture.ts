import { captureCommand } from '../terminal/capture-command.ts';

const { text, exitCode } = await captureCommand(process.argv.slice(2), process.env);
if (exitCode < 2) console.log(text);
else console.error(text);
process.exitCode = exitCode;
