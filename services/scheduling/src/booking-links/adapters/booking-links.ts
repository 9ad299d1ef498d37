import { createHmac } from "node:crypto";

/** Makes the tokens of booking links and the hashes by which the database finds them. */
export type BookingLinks = {
  /** The token of the link with this id; always the same, so that a repeated request has the same response. */
  tokenOf(id: string): string;
  /** The hash by which a token is found; it reveals nothing about the token. */
  hashOf(token: string): string;
};

/** Tokens of 256 bits that cannot be made without the secret. The database stores only their hashes. */
export function createBookingLinks(secret: string): BookingLinks {
  const hmac = (purpose: string, text: string) =>
    createHmac("sha256", secret).update(`tidbok booking link ${purpose} 1\n${text}`);
  return {
    tokenOf: (id) => hmac("token", id).digest("base64url"),
    hashOf: (token) => hmac("hash", token).digest("hex"),
  };
}
