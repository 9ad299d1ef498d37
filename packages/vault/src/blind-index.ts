import { createHmac } from "node:crypto";

/**
 * A 32-byte fingerprint by which an equal value can be found without storing it: HMAC-SHA-256 over the
 * value, NFKC-normalized and lower-cased, under a key of the purpose's own. Equal values of different
 * purposes have unrelated fingerprints. Not for a small set of values: a
 * holder of the key can try them all.
 */
export function blindIndex(
  key: Uint8Array,
  { purpose, value }: { readonly purpose: string; readonly value: string },
): Uint8Array {
  const purposeKey = createHmac("sha256", key).update(`tidbok blind index 1\n${purpose}`).digest();
  // Lower-casing can leave a text that is no longer NFKC (such as İ), hence twice.
  const normal = value.normalize("NFKC").toLowerCase().normalize("NFKC");
  return createHmac("sha256", purposeKey).update(normal).digest();
}
