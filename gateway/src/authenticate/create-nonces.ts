import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { JWK } from "jose";

/** What a proof must repeat, so that it cannot have been made beforehand (RFC 9449, 8). */
export type Nonces = {
  /** The one to use from now on. */
  current(): string;
  isOurs(nonce: unknown): boolean;
};

const minute = 60_000;
// Clients keep a nonce until they are given another; five minutes spare them a refusal now and then.
const validMinutes = 5;

/** Nonces of the minute, by a secret that all gateways share, so that each recognizes the nonces of the others. */
export function createNonces(callerKey: () => JWK): Nonces {
  const made = (time: number) =>
    createHmac("sha256", secretOf(callerKey()))
      .update(String(Math.floor(time / minute)))
      .digest();
  return {
    current: () => made(Date.now()).toString("base64url"),
    isOurs: (nonce) => {
      if (typeof nonce !== "string" || !/^[\w-]{43}$/.test(nonce)) return false;
      const shown = Buffer.from(nonce, "base64url");
      const now = Date.now();
      // A minute ahead, too: the clocks of two gateways differ.
      return Array.from({ length: validMinutes + 1 }, (_, age) => now + minute - age * minute)
        .map((time) => timingSafeEqual(made(time), shown))
        .includes(true);
    },
  };
}

function secretOf({ d = "" }: JWK): Buffer {
  return Buffer.from(hkdfSync("sha256", d, "", "tidbok gateway nonce 1", 32));
}
