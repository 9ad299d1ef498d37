import { createHmac, timingSafeEqual } from "node:crypto";
import type { LinkKind } from "../domain/link-kind.ts";

/** Makes the links of mails, and reads the codes that come back. */
export type Links = {
  url(kind: LinkKind, id: string): string;
  /** The id of the row that the code was made for, or null for a code that was not made here. */
  read(kind: LinkKind, code: string): string | null;
  /** The page where one logs in. */
  readonly logIn: string;
};

const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;

/**
 * A code is the row's id and its HMAC-SHA-256, so that nothing secret is stored. It stands in the URL's
 * fragment, which browsers send to no server and no log.
 */
export function createLinks({ secret, publicUrl }: { secret: string; publicUrl: string }): Links {
  const code = (kind: LinkKind, id: string) =>
    createHmac("sha256", secret).update(`tidbok link 1\n${kind}\n${id}`).digest();
  const at = (path: string) => new URL(path, publicUrl).href;
  return {
    url: (kind, id) => at(`/${kind}#${id}.${code(kind, id).toString("base64url")}`),
    read: (kind, text) => {
      const [, id, given] = shape.exec(text) ?? [];
      if (id === undefined || given === undefined) return null;
      return timingSafeEqual(Buffer.from(given, "base64url"), code(kind, id)) ? id : null;
    },
    logIn: at("/log-in"),
  };
}
