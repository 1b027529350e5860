import { captureCommand } from '../terminal/capture-command.ts';
import { coloured, showsColour } from '../terminal/colour.ts';

const { output, exitCode } = await captureCommand(process.argv.slice(2), process.env);
if (exitCode === 2) console.error(output);
else console.log(showsColour(process.stdout, process.env) ? coloured(output) : output);
process.exitCode = exitCode;
