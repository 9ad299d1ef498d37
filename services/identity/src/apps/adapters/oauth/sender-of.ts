import type { IncomingMessage } from "node:http";
import type { Origin } from "@tidbok/domain";
import Provider, { type KoaContextWithOIDC } from "oidc-provider";
import type { Sender } from "./create-record-adapter.ts";
import type { OauthParts } from "./oauth-parts.ts";

// The library hands its storage no request, so the request is found by its context, and its origin by the request.
const origins = new WeakMap<IncomingMessage, Origin | null>();

/** Remembers where a request comes from, for as long as the request lasts. */
export function noteOrigin(request: IncomingMessage, origin: Origin | null): void {
  origins.set(request, origin);
}

/**
 * The client that exchanges a token. The library has authenticated it before: by its secret, or by the key that the
 * token is bound to. A token that anybody could carry away comes from the same client if it comes from the same place.
 */
export const senderOf =
  ({ clientOf }: Pick<OauthParts, "clientOf">): Sender =>
  ({ jkt }) => {
    const ctx = Provider.ctx as KoaContextWithOIDC | undefined;
    if (ctx?.path !== "/oauth/token") return null;
    if (jkt !== undefined) return "key";
    const isAuthenticated = ctx.oidc.client?.tokenEndpointAuthMethod !== "none";
    return isAuthenticated ? "secret" : clientOf(origins.get(ctx.req) ?? null);
  };
