import { CiphertextInvalid } from "./ciphertext-invalid.ts";
import type { Address } from "./address.ts";
import { openBytes, sealBytes } from "./seal-bytes.ts";

const layout = 1;
const headerLength = 5;
const encoder = new TextEncoder();
// `ignoreBOM` keeps a leading U+FEFF, which the decoder would otherwise swallow.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** One generation of a person's key, unwrapped. */
export type SubjectKey = { readonly generation: number; readonly dek: Uint8Array };

type Sealing = { readonly address: Address; readonly key: SubjectKey };

/** Layout byte (1), key generation (4, big endian), iv (12), tag (16), ciphertext. */
export function sealText({ address, key }: Sealing, text: string): Uint8Array {
  // An unpaired surrogate has no UTF-8; encoding would quietly put U+FFFD in its place.
  if (!text.isWellFormed()) throw new TypeError("The text has an unpaired surrogate.");
  const header = Buffer.alloc(headerLength);
  header.writeUInt8(layout);
  header.writeUInt32BE(key.generation, 1);
  const context = contextOf(address, key.generation);
  return Buffer.concat([header, sealBytes({ key: key.dek, context, bytes: encoder.encode(text) })]);
}

/** The text that was sealed at this address; otherwise throws CiphertextInvalid. */
export function openText({ address, key }: Sealing, bytes: Uint8Array): string {
  const context = contextOf(address, key.generation);
  return decoder.decode(openBytes({ key: key.dek, context, bytes: bytes.subarray(headerLength) }));
}

/** Which generation of the person's key sealed these bytes. */
export function generationOf(bytes: Uint8Array): number {
  if (bytes.length < headerLength || bytes[0] !== layout) throw new CiphertextInvalid();
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
}

function contextOf(address: Address, generation: number): readonly string[] {
  const { subjectId, table, column, row } = address;
  return [`${layout}.${generation}`, subjectId.toLowerCase(), table, column, row];
}
