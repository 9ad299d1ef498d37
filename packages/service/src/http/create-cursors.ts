import { createHmac, timingSafeEqual } from "node:crypto";
import { InvalidInput } from "@tidbok/domain";

/** Makes and reads the cursors of connections. */
export type Cursors = {
  /** An opaque text for the position at which a page ended. */
  encode(position: readonly (string | number)[]): string;
  /** The position again, or null without a cursor; throws InvalidInput, at `path`, for a cursor that was not made here. */
  decode(cursor: string | null | undefined, path?: string): readonly (string | number)[] | null;
};

const macBytes = 16;

/** Cursors authenticated with a key derived from the secret, so that a client cannot make one to guess at rows. */
export function createCursors(secret: string): Cursors {
  const key = createHmac("sha256", secret).update("tidbok cursor v1").digest();
  const mac = (text: Uint8Array) =>
    createHmac("sha256", key).update(text).digest().subarray(0, macBytes);
  return {
    encode: (position) => {
      const text = Buffer.from(JSON.stringify(position));
      return Buffer.concat([mac(text), text]).toString("base64url");
    },
    decode: (cursor, path = "after") => {
      if (cursor === null || cursor === undefined) return null;
      const bytes = Buffer.from(cursor, "base64url");
      const text = bytes.subarray(macBytes);
      if (bytes.length <= macBytes || !timingSafeEqual(bytes.subarray(0, macBytes), mac(text))) {
        throw new InvalidInput([
          {
            path,
            code: "INVALID_CURSOR",
            message: "must be a cursor from an earlier page",
          },
        ]);
      }
      return JSON.parse(text.toString("utf8")) as (string | number)[];
    },
  };
}
