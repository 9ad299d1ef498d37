import { randomBytes } from "node:crypto";
import type { FeedAddress } from "../domain/calendar-feed.ts";

/** Makes the addresses of calendar feeds, and finds feeds by them. */
export type FeedAddresses = {
  make(): FeedAddress;
  /** What a secret is found by. */
  indexOf(secret: string): FeedAddress["secretIndex"];
};

/**
 * Addresses with 256 random bits in their path: calendars fetch by GET, send no header and keep no `#`.
 * `fingerprint` is keyed, so that a copy of the table says of no address whether it is one.
 */
export function createFeedAddresses({
  publicUrl,
  fingerprint,
}: {
  readonly publicUrl: string;
  readonly fingerprint: (text: string) => Uint8Array;
}): FeedAddresses {
  const indexOf = (secret: string) => new Uint8Array(fingerprint(secret));
  return {
    indexOf,
    make: () => {
      const secret = randomBytes(32).toString("base64url");
      const url = `${publicUrl.replace(/\/$/, "")}/calendar/${secret}.ics`;
      return { url, secretIndex: indexOf(secret) };
    },
  };
}
