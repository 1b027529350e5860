// Code inside a measured process is plain JavaScript, so that no figure includes the work of stripping types.

/** The order of the parent process. */
export const order = JSON.parse(process.argv[2]);

/** The client of a contender, as its program opens it. */
export async function open() {
  const program = await import(order.program);
  return program.open({ url: order.url, port: Number(new URL(order.url).port), ...order.given });
}

/** Keeps a number of captures in flight until `count` are done. A failure ends the run. */
export async function captures(contender, count, inFlight) {
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await contender.capture();
    }
  };
  await Promise.all(Array.from({ length: Math.min(inFlight, count) }, worker));
}

/** Reports figures to the parent and exits: some libraries keep connections that would hold the process. */
export function report(figures) {
  process.stdout.write(JSON.stringify(figures), () => process.exit(0));
}
