import type { FastifyReply, FastifyRequest } from "fastify";

/** What a browser keeps while it is at a provider. */
export const journeyCookie = "__Host-tidbok-journey";

/** The value of a cookie; empty where there is none. */
export function cookieOf({ headers }: Pick<FastifyRequest, "headers">, name: string): string {
  const found = (headers.cookie ?? "").split(/; */).find((cookie) => cookie.startsWith(`${name}=`));
  return found?.slice(name.length + 1) ?? "";
}

/** Gives the browser a cookie of this host alone; an empty one is taken away. */
export function giveCookie(
  reply: FastifyReply,
  { name, value, maxAgeSeconds }: { name: string; value: string; maxAgeSeconds: number },
): void {
  reply.header(
    "set-cookie",
    `${name}=${value}; Max-Age=${value === "" ? 0 : maxAgeSeconds}; Path=/; HttpOnly; Secure; SameSite=Lax`,
  );
}
