import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";

// A packet holds as much anyway.
const fromBytes = 1_024;

/**
 * The answer, compressed where it is long and the client takes that. Answers that say `no-transform` may hold a secret and
 * are sent as they are ([decision 49](../../../docs/decisions/0049-answers-with-secrets-are-not-compressed.md)).
 */
export function sendCompressed(reply: FastifyReply, body: string): unknown {
  const isSecret = String(reply.getHeader("cache-control") ?? "").includes("no-transform");
  if (isSecret || Buffer.byteLength(body) <= fromBytes) return body;
  // A text would be compressed at once, and hold all others up meanwhile.
  reply.compress(Readable.from([Buffer.from(body)]));
  return reply;
}
