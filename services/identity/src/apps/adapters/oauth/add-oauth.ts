import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { addConsent } from "./add-consent.ts";
import { tooManyPage } from "./consent-page.ts";
import { createAuthorizationServer } from "./create-authorization-server.ts";
import type { OauthParts, RequestLimit } from "./oauth-parts.ts";
import { noteOrigin } from "./sender-of.ts";
import { languageOf, show } from "../../../log-in/adapters/show.ts";

// A route without a caller token, for apps and browsers that come through the gateway.
const config = { isOpen: true } as const;

/** The authorization server under `/oauth/` and at the two well-known addresses. */
export async function addOauth(app: FastifyInstance, parts: OauthParts): Promise<void> {
  const server = serverOfKeys(parts);
  const { host, protocol } = new URL(parts.publicUrl);

  await app.register(async (plugin) => {
    // The authorization server reads bodies by itself.
    plugin.removeAllContentTypeParsers();
    plugin.addContentTypeParser("*", (_, __, done) => done(null));
    const serve = (request: Visit, reply: Hijackable) => {
      present(request.raw, { host, protocol });
      noteOrigin(request.raw, request.pageOrigin);
      reply.hijack();
      // The hooks of the server do not see what the library answers; it replaces this where it knows better.
      reply.raw.setHeader("cache-control", "no-store");
      void server().answer(request.raw, reply.raw);
    };
    const begin = (request: Visit, reply: Hijackable) => {
      withoutSession(request.raw);
      serve(request, reply);
    };
    const limited = (limit: RequestLimit) => ({ config, preHandler: limitBy(limit, parts) });
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

// The library reads its keys once, so new keys need a new server, with the same records.
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

type Visit = Pick<FastifyRequest, "raw" | "pageOrigin">;
type Hijackable = { hijack(): unknown; raw: ServerResponse };

// These requests insert rows before any log-in, or guess a code that is short enough to type.
function limitBy(limit: RequestLimit, { countVisit }: OauthParts) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const seconds = await countVisit(limit, request.pageOrigin);
    if (seconds === null) return;
    reply.code(429).header("retry-after", String(seconds));
    if (request.url === "/oauth/device-authorization") {
      return reply.send({ error: "temporarily_unavailable" });
    }
    return show(reply, tooManyPage(languageOf(request)));
  };
}

// The configured address counts, not the forwarded one.
function present(request: IncomingMessage, { host, protocol }: { host: string; protocol: string }) {
  request.headers["x-forwarded-host"] = host;
  request.headers["x-forwarded-proto"] = protocol.replace(":", "");
}

// An authorization begins without the library's cookie of an earlier one, because Tidbok's own session says which
// account is logged in. The rest of the header stays as it came: other cookies of the host may have any form.
function withoutSession(request: IncomingMessage): void {
  request.headers.cookie = (request.headers.cookie ?? "")
    .split(/; */)
    .filter((cookie) => !cookie.startsWith("tidbok-oauth-session"))
    .join("; ");
}
