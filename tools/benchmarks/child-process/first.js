// The first capture of a process: from before the import of the library to the result.
const start = performance.now();
const { open, report } = await import('./open.js');
const contender = await open();
await contender.capture();
report({ first: performance.now() - start });
