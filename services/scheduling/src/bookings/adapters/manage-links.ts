import { tokenTypes } from "@tidbok/domain";
import { importJWK, SignJWT, type JSONWebKeySet } from "jose";
import { type Attendee, manageLinkExpiry } from "../domain/attendee.ts";

/** An attendee's private link, and the token that it carries. */
export type ManageLink = { readonly url: string; readonly token: string };

/** Makes the private links of attendees. */
export type ManageLinks = {
  /** The same attendee and time give the same link, so a retry gets the same answer. */
  mint(attendee: Pick<Attendee, "id" | "booking">): Promise<ManageLink>;
};

/**
 * Links with a token that the gateway checks by itself (JWT, EdDSA, `typ: manage+jwt`). A token says that the bearer is
 * this attendee of this booking, and is not stored. It stands behind a `#`: browsers do not send that part, so no
 * server logs it.
 */
export function createManageLinks({
  keys,
  publicUrl,
}: {
  /** The private JWK set as JSON; the first key signs. */
  readonly keys: string;
  readonly publicUrl: string;
}): ManageLinks {
  const [jwk] = (JSON.parse(keys) as JSONWebKeySet).keys;
  if (!jwk) throw new Error("The file of manage link keys has no key.");
  const signingKey = importJWK(jwk, "EdDSA");
  const header = { alg: "EdDSA", typ: tokenTypes.manageLink, ...(jwk.kid ? { kid: jwk.kid } : {}) };
  return {
    mint: async ({ id, booking }) => {
      const token = await new SignJWT({ bookingId: booking.id })
        .setProtectedHeader(header)
        .setIssuer("scheduling")
        .setAudience("gateway")
        .setSubject(id)
        .setIssuedAt(Math.floor(booking.createdAt / 1000))
        .setExpirationTime(Math.floor(manageLinkExpiry(booking.end) / 1000))
        .sign(await signingKey);
      return { token, url: `${publicUrl.replace(/\/$/, "")}/manage#${token}` };
    },
  };
}
