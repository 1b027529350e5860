// The first capture of a process: from before the import of the library to the result.
const start = performance.now();
const { open, tell } = await import('./open.js');
const contender = await open();
await contender.capture();
tell({ first: performance.now() - start });
