import { createHmac, timingSafeEqual } from "node:crypto";
import type { Instant } from "@tidbok/domain";

/** The facts that a route token holds. */
export type RouteClaims = {
  readonly meetingTypeId: string;
  readonly group: string;
  readonly expiresAt: Instant;
};

/** The facts that can be read from a route token. */
export type ReadRouteClaims = Omit<RouteClaims, "group"> & {
  /** Whether the token names this group. The token holds no name, because names of groups are for members only. */
  readonly isGroup: (name: string) => boolean;
};

/** Makes and reads the tokens by which a booking proves that a form led to a group of hosts. */
export type RouteTokens = {
  mint(claims: RouteClaims): string;
  /** Null for a token that was not made with this secret. */
  read(token: string): ReadRouteClaims | null;
};

const lengths = { id: 16, time: 6, group: 16, mac: 16 } as const;
const total = lengths.id + lengths.time + lengths.group + lengths.mac;

/** Tokens of the id, the expiry and a keyed hash of the group, with an HMAC over all three. They hold no personal data. */
export function createRouteTokens(secret: string): RouteTokens {
  const hmac = (purpose: string, ...parts: readonly (string | Uint8Array)[]) => {
    const digest = createHmac("sha256", secret).update(`tidbok route ${purpose} 1\n`);
    for (const part of parts) digest.update(part);
    return digest.digest().subarray(0, 16);
  };
  const groupTag = (meetingTypeId: string, group: string) =>
    hmac("group", `${meetingTypeId}\n`, group);
  return {
    mint: ({ meetingTypeId, group, expiresAt }) => {
      const time = Buffer.alloc(lengths.time);
      time.writeUIntBE(expiresAt, 0, lengths.time);
      const id = Buffer.from(meetingTypeId.replaceAll("-", ""), "hex");
      const body = Buffer.concat([id, time, groupTag(meetingTypeId, group)]);
      return Buffer.concat([body, hmac("token", body)]).toString("base64url");
    },
    read: (token) => {
      const bytes = Buffer.from(token, "base64url");
      const body = bytes.subarray(0, total - lengths.mac);
      if (bytes.length !== total) return null;
      if (!timingSafeEqual(bytes.subarray(body.length), hmac("token", body))) return null;
      const hex = body.toString("hex", 0, lengths.id);
      const meetingTypeId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
      const tag = body.subarray(lengths.id + lengths.time);
      return {
        meetingTypeId,
        expiresAt: body.readUIntBE(lengths.id, lengths.time),
        isGroup: (name) => timingSafeEqual(tag, groupTag(meetingTypeId, name)),
      };
    },
  };
}
