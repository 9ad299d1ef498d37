import type { FastifyReply } from "fastify";

/** Gives the browser a cookie for this host alone; an empty value removes the cookie. */
export function setCookie(
  reply: FastifyReply,
  { name, value, maxAgeSeconds }: { name: string; value: string; maxAgeSeconds: number },
): void {
  reply.setCookie(name, value, {
    maxAge: value === "" ? 0 : maxAgeSeconds,
    path: "/",
    httpOnly: true,
    secure: true,
    sameSite: "lax",
  });
}
