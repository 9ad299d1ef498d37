import type { DomainError } from "@tidbok/domain";
import type { FastifyReply } from "fastify";

const statusOf: Readonly<Record<string, number>> = {
  BAD_REQUEST: 405,
  FORBIDDEN: 403,
  SERVICE_UNAVAILABLE: 503,
  TOO_BUSY: 503,
};

/** Refuses a request before there is an operation, in the shape of all errors. */
export function refuseWhole(reply: FastifyReply, { code, message, details }: DomainError) {
  const { retryAfterSeconds } = details;
  if (typeof retryAfterSeconds === "number") reply.header("retry-after", retryAfterSeconds);
  return reply
    .code(statusOf[code] ?? 401)
    .send({ errors: [{ message, extensions: { ...details, code } }] });
}
