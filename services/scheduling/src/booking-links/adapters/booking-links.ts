import { createHmac } from "node:crypto";

/** The secrets of booking links. */
export type BookingLinks = {
  /** The token of the link with this id; the same every time, so that a repeated request has the same answer. */
  tokenOf(id: string): string;
  /** What a token is found by, which tells nothing of the token. */
  hashOf(token: string): string;
};

/** Tokens of 256 bits that nobody can make without the secret. None is stored, only what it is found by. */
export function createBookingLinks(secret: string): BookingLinks {
  const hmac = (purpose: string, text: string) =>
    createHmac("sha256", secret).update(`tidbok booking link ${purpose} 1\n${text}`);
  return {
    tokenOf: (id) => hmac("token", id).digest("base64url"),
    hashOf: (token) => hmac("hash", token).digest("hex"),
  };
}
