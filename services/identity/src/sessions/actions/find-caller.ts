import { input, validate, type Membership } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { belongings } from "../../organizations/domain/relation.ts";
import { isLive, isUnseen, type Session } from "../domain/session.ts";
import { requireGateway } from "../../callers/domain/require-gateway.ts";

/** The account of a session, as the gateway needs to know it. */
export type SessionCaller = {
  readonly accountId: string;
  readonly sessionId: string;
  readonly authenticatedAt: number;
  readonly memberships: readonly Membership[];
  /** Whether it is a support agent, and which person the agent may look at. */
  readonly isStaff: boolean;
  readonly support: {
    readonly supportAccessId: string;
    readonly subjectId: string;
    readonly expiresAt: number;
  } | null;
};

const cookieSchema = z.strictObject({
  token: z.string().max(200, "must have 200 characters at most"),
});
const idsSchema = z.object({ accountId: input.id, sessionId: input.id });

/** The account of a session cookie, or null. */
export async function findSessionCaller(
  context: Context,
  given: unknown,
): Promise<SessionCaller | null> {
  requireGateway(context.caller);
  const { token } = validate(cookieSchema, given);
  const tokenHash = context.secrets.hashOf(token);
  return describe(context, await context.store.sessions.findByToken(tokenHash));
}

/** What the account of an access token may do, or null when its session has ended. */
export async function findAccountCaller(
  context: Context,
  given: unknown,
): Promise<SessionCaller | null> {
  requireGateway(context.caller);
  const { accountId, sessionId } = validate(idsSchema, given);
  const session = await context.store.sessions.find(sessionId);
  return describe(context, session?.accountId === accountId ? session : null);
}

async function describe(
  { store, loaders, now }: Context,
  session: Session | null,
): Promise<SessionCaller | null> {
  if (session === null || !isLive(session, now)) return null;
  const { id, accountId, authenticatedAt } = session;
  if (isUnseen(session, now)) await store.sessions.see(id, now);
  const memberships = belongings(await loaders.memberships.load(accountId));
  const isStaff = await store.staff.isStaff(accountId);
  const open = isStaff ? await store.supportAccesses.findOpen(accountId, now) : null;
  const support = open?.accountId
    ? { supportAccessId: open.id, subjectId: open.accountId, expiresAt: open.expiresAt }
    : null;
  return { accountId, sessionId: id, authenticatedAt, memberships, isStaff, support };
}
