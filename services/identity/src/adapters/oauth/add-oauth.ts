import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import { addConsent } from "./add-consent.ts";
import { createAuthorizationServer } from "./create-authorization-server.ts";
import type { OauthParts } from "./oauth-parts.ts";

// Marks a route that needs no caller token: apps and browsers come here, through the gateway.
const open = { config: { isOpen: true } } as const;

/** The authorization server under `/oauth/` and the two well-known addresses, and nothing beside them. */
export async function addOauth(app: FastifyInstance, parts: OauthParts): Promise<void> {
  const provider = createAuthorizationServer(parts);
  const answer = provider.callback();
  const { host, protocol } = new URL(parts.publicUrl);

  await app.register(async (plugin) => {
    // The authorization server reads bodies by itself.
    plugin.removeAllContentTypeParsers();
    plugin.addContentTypeParser("*", (_, __, done) => done(null));
    const serve = (request: { raw: IncomingMessage }, reply: Hijackable) => {
      present(request.raw, { host, protocol });
      reply.hijack();
      void answer(request.raw, reply.raw);
    };
    plugin.get("/oauth/authorize", open, (request, reply) => {
      withoutSession(request.raw);
      serve(request, reply);
    });
    for (const url of ["/oauth/*", "/.well-known/openid-configuration", wellKnown]) {
      plugin.route({ method: ["GET", "POST", "OPTIONS"], url, ...open, handler: serve });
    }
  });
  await app.register((plugin) => addConsent(plugin, { provider, parts }));
}

const wellKnown = "/.well-known/oauth-authorization-server";

type Hijackable = { hijack(): unknown; raw: ServerResponse };

// Whatever was forwarded, the address is the one that this service is configured with.
function present(request: IncomingMessage, { host, protocol }: { host: string; protocol: string }) {
  request.headers["x-forwarded-host"] = host;
  request.headers["x-forwarded-proto"] = protocol.replace(":", "");
}

// A request begins without what an earlier one left: who is logged in is for Tidbok's own session to say.
function withoutSession(request: IncomingMessage): void {
  const kept = (request.headers.cookie ?? "")
    .split(/; */)
    .filter((cookie) => !cookie.startsWith("tidbok-oauth-session"));
  request.headers.cookie = kept.join("; ");
}
