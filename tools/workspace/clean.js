// Removes the previous build of the package that is the working folder. tsc leaves the output of modules that have
// since been moved or removed, and it would be published.
import { rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
