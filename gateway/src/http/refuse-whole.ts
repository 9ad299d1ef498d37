import type { DomainError } from "@tidbok/domain";
import type { FastifyReply } from "fastify";
import { traitsOfCode } from "../errors/traits-of-code.ts";

/** Refuses a request before there is an operation, in the shape of all errors. */
export function refuseWhole(reply: FastifyReply, { code, message, details }: DomainError) {
  const { retryAfterSeconds } = details;
  if (typeof retryAfterSeconds === "number") reply.header("retry-after", retryAfterSeconds);
  const status = statusOf(code);
  // RFC 9110, 15.5.2: a 401 names a scheme.
  if (status === 401 && !reply.hasHeader("www-authenticate")) {
    reply.header("www-authenticate", "Bearer");
  }
  return reply.code(status).send({ errors: [{ message, extensions: { ...details, code } }] });
}

// The one well-formed request that is refused here is a GET that must be a POST. What else has no status of its own keeps the
// request from being authenticated.
function statusOf(code: string): number {
  if (code === "BAD_REQUEST") return 405;
  const { httpStatus } = traitsOfCode(code);
  return httpStatus === 200 ? 401 : httpStatus;
}
