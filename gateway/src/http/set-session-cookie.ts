import type { FastifyReply } from "fastify";
import { sessionCookie } from "@tidbok/domain";
import type { SessionChange } from "../context.ts";

/**
 * Puts a session into the browser, or takes it out. `__Host-` demands Secure, `/` and no domain;
 * browsers and curl accept Secure cookies on loopback without TLS too.
 */
export function setSessionCookie(reply: FastifyReply, change: SessionChange): void {
  const { cookie, maxAgeSeconds } = change;
  reply.setCookie(sessionCookie, cookie ?? "", {
    httpOnly: true,
    secure: true,
    sameSite: "lax",
    path: "/",
    maxAge: cookie === null ? 0 : maxAgeSeconds,
  });
}
