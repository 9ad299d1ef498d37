import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { CiphertextInvalid } from "./ciphertext-invalid.ts";

const algorithm = "aes-256-gcm";
const ivLength = 12;
const tagLength = 16;

type Sealing = {
  readonly key: Uint8Array;
  /** What the bytes are bound to; not stored, and needed again to open them. */
  readonly context: readonly string[];
  readonly bytes: Uint8Array;
};

/** AES-256-GCM (NIST SP 800-38D) with a random 96-bit iv: iv, tag, ciphertext. */
export function sealBytes({ key, context, bytes }: Sealing): Uint8Array {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagLength });
  cipher.setAAD(aadOf(context));
  const ciphertext = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), ciphertext]);
}

/** The bytes that were sealed with the same key and context; otherwise throws CiphertextInvalid. */
export function openBytes({ key, context, bytes }: Sealing): Uint8Array {
  if (bytes.length < ivLength + tagLength) throw new CiphertextInvalid();
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(aadOf(context));
  decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
  const opened = decipher.update(bytes.subarray(ivLength + tagLength));
  try {
    return Buffer.concat([opened, decipher.final()]);
  } catch {
    // Node says only "unable to authenticate"; there is no cause worth keeping.
    throw new CiphertextInvalid();
  }
}

// JSON keeps the parts apart: ("a", "bc") and ("ab", "c") must not authenticate alike.
function aadOf(context: readonly string[]): Uint8Array {
  return Buffer.from(JSON.stringify(context));
}
