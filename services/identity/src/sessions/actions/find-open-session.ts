import type { Context } from "../../context.ts";
import { isLive, type Session } from "../domain/session.ts";

/** The session that a browser's cookie opens; null for a cookie without a live session. */
export async function findOpenSession(
  { store, secrets, now }: Context,
  cookie: string,
): Promise<Session | null> {
  if (cookie === "" || cookie.length > 200) return null;
  const session = await store.sessions.findByToken(secrets.hashOf(cookie));
  return session !== null && isLive(session, now) ? session : null;
}
