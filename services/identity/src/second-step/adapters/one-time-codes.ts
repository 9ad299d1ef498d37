import { randomBytes } from "node:crypto";
import type { Instant } from "@tidbok/domain";
import { Secret, TOTP } from "otpauth";

/** Makes the secrets of authenticator apps and checks their codes (RFC 6238: SHA-1, six digits, thirty seconds). */
export type OneTimeCodes = {
  /** A new secret, in base32 for typing. */
  newSecret(): string;
  /** The address from which an app reads the secret, mostly as a QR code. */
  uriOf(secret: string, label: string): string;
  /** The time step that the code is for, at most one away from now; null for a wrong code. */
  stepOf(shown: { readonly secret: string; readonly code: string }, now: Instant): number | null;
  /** 80 random bits, shown in groups of four. So many bits need no slow hash. */
  newRecoveryCode(): string;
};

const issuer = "Tidbok";
const period = 30;

/** The codes that every authenticator app makes. */
export const oneTimeCodes: OneTimeCodes = {
  // RFC 4226, 4: a secret has at least 128 bits; 160 are recommended.
  newSecret: () => new Secret({ size: 20 }).base32,
  uriOf: (secret, label) =>
    new TOTP({ issuer, label, period, secret: Secret.fromBase32(secret) }).toString(),
  stepOf: ({ secret, code }, now) => {
    const totp = new TOTP({ issuer, period, secret: Secret.fromBase32(secret) });
    const delta = totp.validate({ token: code, timestamp: now, window: 1 });
    return delta === null ? null : totp.counter({ timestamp: now }) + delta;
  },
  newRecoveryCode: () => {
    const code = new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32;
    return code.toLowerCase().match(/.{4}/g)?.join("-") ?? code;
  },
};
