import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "@tidbok/service";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { ServiceUnavailable } from "../errors/service-unavailable.ts";
import type { CalendarReader } from "./create-calendar-reader.ts";
import type { FeedLookup } from "./create-feed-lookup.ts";
import { writeFeed } from "./write-feed.ts";

type Asked = FastifyRequest<{ Params: { file: string } }>;

// Calendars look a few times an hour; a client that looks every minute reads nothing newer for it.
const perHour = 60;

/**
 * `GET /calendar/<secret>.ics`. Calendars send no header of ours and keep no `#`, so this is the one
 * secret that stands in a path: the gateway's log has no paths, and nothing else here is told it.
 * An address that was taken away, one that never was and one that cannot be are one answer.
 */
export function addCalendarRoute(
  app: FastifyInstance,
  { find, read, log }: { find: FeedLookup; read: CalendarReader; log: Logger },
): void {
  // Counted by the feed, which is known to exist: invented addresses must not fill the memory.
  const limiter = new RateLimiterMemory({ points: perHour, duration: 3_600 });

  async function answer(request: Asked, reply: FastifyReply) {
    const [, secret] = /^([\w-]{43})\.ics$/.exec(request.params.file) ?? [];
    const feed = secret === undefined ? null : await find(secret, request.id);
    if (!feed) return reply.code(404).type("text/plain").send("There is no such calendar.");
    const wait = await waitOf(limiter, feed.id);
    if (wait !== null) {
      reply.header("retry-after", wait);
      return reply.code(429).type("text/plain").send("This calendar is read too often.");
    }
    const calendar = await read(feed, { now: Date.now(), requestId: request.id });
    const text = writeFeed(calendar, feed);
    const etag = `"${createHash("sha256").update(text).digest("base64url")}"`;
    // No Last-Modified: the window moves and meetings leave it without anything being modified.
    reply.header("etag", etag);
    if (isKnown(request.headers["if-none-match"], etag)) return reply.code(304).send();
    return reply.type("text/calendar; charset=utf-8").send(text);
  }

  app.get("/calendar/:file", async (request: Asked, reply) => {
    // It says when people meet. A calendar that remembers the ETag by itself is still told that nothing changed.
    reply.header("cache-control", "no-store");
    reply.header("x-robots-tag", "noindex");
    try {
      return await answer(request, reply);
    } catch (error) {
      if (!(error instanceof ServiceUnavailable)) throw error;
      log.warn({ requestId: request.id }, "a calendar could not be read");
      reply.header("retry-after", 60);
      return reply.code(503).type("text/plain").send("Try again in a minute.");
    }
  });
}

/** In how many seconds there is room again, or null where there is now. */
async function waitOf(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (error) {
    // The library throws its result where the limit is reached, and an Error where it failed.
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw error;
  }
}

/** Whether the client has this very text (RFC 9110, 13.1.2); a proxy may have made its tag a weak one. */
function isKnown(header: string | undefined, etag: string): boolean {
  const tags = (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}
