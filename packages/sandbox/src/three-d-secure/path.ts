/** The path below which the simulated bank has its pages: `/_sandbox/3ds/<id of the payment>`. */
export const THREE_D_SECURE_PATH = '/_sandbox/3ds';

/** The path of the page for one payment. */
export function threeDSecurePath(id: string): string {
  return `${THREE_D_SECURE_PATH}/${encodeURIComponent(id)}`;
}
