import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { addConsent } from "./add-consent.ts";
import { tooManyPage } from "./consent-page.ts";
import { createAuthorizationServer } from "./create-authorization-server.ts";
import type { OauthParts, RequestLimit } from "./oauth-parts.ts";
import { languageOf, show } from "../../../log-in/adapters/show.ts";

// Marks a route that needs no caller token: apps and browsers come here, through the gateway.
const config = { isOpen: true } as const;

/** The authorization server under `/oauth/` and the two well-known addresses, and nothing beside them. */
export async function addOauth(app: FastifyInstance, parts: OauthParts): Promise<void> {
  const server = serverOfKeys(parts);
  const { host, protocol } = new URL(parts.publicUrl);

  await app.register(async (plugin) => {
    // The authorization server reads bodies by itself.
    plugin.removeAllContentTypeParsers();
    plugin.addContentTypeParser("*", (_, __, done) => done(null));
    const serve = (request: { raw: IncomingMessage }, reply: Hijackable) => {
      present(request.raw, { host, protocol });
      reply.hijack();
      void server().answer(request.raw, reply.raw);
    };
    const begin = (request: { raw: IncomingMessage }, reply: Hijackable) => {
      withoutSession(request.raw);
      serve(request, reply);
    };
    const limited = (what: RequestLimit) => ({ config, preHandler: limitBy(what, parts) });
    plugin.get("/oauth/authorize", limited("oauth-network"), begin);
    plugin.get("/oauth/device", limited("oauth-network"), begin);
    plugin.post("/oauth/device", limited("device-code-network"), serve);
    plugin.post("/oauth/device-authorization", limited("oauth-network"), serve);
    for (const url of ["/oauth/*", "/.well-known/openid-configuration", wellKnown]) {
      plugin.route({ method: ["GET", "POST", "OPTIONS"], url, config, handler: serve });
    }
  });
  await app.register((plugin) => addConsent(plugin, { provider: () => server().provider, parts }));
}

// The library reads its keys once: other keys are another server, over the same records.
function serverOfKeys(parts: OauthParts) {
  const build = () => {
    const provider = createAuthorizationServer(parts);
    return { keys: parts.tokenKeys.all(), provider, answer: provider.callback() };
  };
  let server = build();
  return () => {
    if (server.keys !== parts.tokenKeys.all()) server = build();
    return server;
  };
}

const wellKnown = "/.well-known/oauth-authorization-server";

type Hijackable = { hijack(): unknown; raw: ServerResponse };

// Each of these makes rows before anybody has said who they are, or guesses at a code that a person can type.
function limitBy(what: RequestLimit, { waitFor }: OauthParts) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const seconds = await waitFor(what, request.whence);
    if (seconds === null) return;
    reply.code(429).header("retry-after", String(seconds));
    if (request.url === "/oauth/device-authorization") {
      return reply.send({ error: "temporarily_unavailable" });
    }
    return show(reply, tooManyPage(languageOf(request)));
  };
}

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
