/** The same bytes as Prisma wants them: on an ArrayBuffer of their own. */
export function bytes(from: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(from);
}
