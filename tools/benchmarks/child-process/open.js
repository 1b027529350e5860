// What runs inside a measured process is plain JavaScript, so that nobody's figures hold the work of stripping types.

/** What the parent asks for. */
export const order = JSON.parse(process.argv[2]);

/** The client of a contender, as its program opens it. */
export async function open() {
  const program = await import(order.program);
  return program.open({ url: order.url, port: Number(new URL(order.url).port), ...order.given });
}

/** Keeps so many captures in flight until so many are done. One that fails ends the run. */
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

/** Tells the parent what was found, and ends: some libraries keep connections that would hold the process. */
export function tell(figures) {
  process.stdout.write(JSON.stringify(figures), () => process.exit(0));
}
