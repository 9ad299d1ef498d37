import type { FastifyReply } from "fastify";
import { sessionCookie } from "@tidbok/domain";
import type { SessionChange } from "../context.ts";

/**
 * Puts a session into the browser, or takes it out. `__Host-` demands Secure, `/` and no domain;
 * browsers and curl accept Secure cookies on loopback without TLS too. A browser that loses its session forgets all that
 * pages of this origin have stored.
 */
export function setSessionCookie(reply: FastifyReply, change: SessionChange): void {
  const { cookie, maxAgeSeconds } = change;
  if (cookie === null) reply.header("clear-site-data", '"cache", "storage"');
  reply.setCookie(sessionCookie, cookie ?? "", {
    httpOnly: true,
    secure: true,
    sameSite: "lax",
    path: "/",
    maxAge: cookie === null ? 0 : maxAgeSeconds,
  });
}
