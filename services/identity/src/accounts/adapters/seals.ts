import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Seals what the service itself must be able to read again, but a thief of the database must not. */
export type Seals = {
  seal(place: string, text: string): Uint8Array<ArrayBuffer>;
  open(place: string, sealed: Uint8Array): string;
};

/** AES-256-GCM with a key derived from the service's secret; what was sealed for one place opens in no other. */
export function createSeals(secret: string): Seals {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "tidbok oauth record 1", 32));
  return {
    seal: (place, text) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), sealed]));
    },
    open: (place, sealed) => {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12))
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString();
    },
  };
}
