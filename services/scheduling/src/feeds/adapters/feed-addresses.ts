import { randomBytes } from "node:crypto";
import type { FeedAddress } from "../domain/calendar-feed.ts";

/** Makes secret addresses of calendar feeds, and the index by which a feed is found from its secret. */
export type FeedAddresses = {
  make(): FeedAddress;
  /** The keyed hash that the secret is stored as. */
  indexOf(secret: string): FeedAddress["secretIndex"];
};

/**
 * Addresses with 256 random bits in the path, because calendars fetch by GET, send no header and drop the part after
 * `#`. `fingerprint` is keyed, so that a copy of the table alone cannot confirm a guessed address.
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
