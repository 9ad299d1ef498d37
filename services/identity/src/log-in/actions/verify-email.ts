import { newId, validate, type Instant } from "@tidbok/domain";
import { AccountVerified } from "@tidbok/events";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Account, Elsewhere } from "../../accounts/domain/account.ts";
import { LinkExpired, LinkInvalid } from "../../accounts/domain/link-errors.ts";
import type { Verification } from "../../accounts/domain/verification.ts";
import { beginSession, type LoggedIn } from "./steps/begin-session.ts";

const schema = z.strictObject({
  token: z.string().max(200, "must have 200 characters at most"),
  delivery: z.enum(["COOKIE", "TOKENS"]).nullish(),
});

/** The account that is proved, and its session if the link was followed for the first time and a delivery was named. */
export type Verified =
  | LoggedIn
  | {
      readonly account: Account;
      readonly session: null;
      readonly tokens: null;
      readonly secondStep: null;
    };

/**
 * The link's reader owns the address; the account is what that sign-up said. The first visit logs in if it names a
 * delivery, as a mailed link does. A second visit changes nothing and starts no session.
 */
export async function verifyEmail(context: Context, given: unknown): Promise<Verified> {
  const { store, links, now } = context;
  const { token, delivery } = validate(schema, given);
  const id = links.read("verify", token);
  const verification = id === null ? null : await store.verifications.find(id);
  if (verification?.kind !== "SIGN_UP") throw new LinkInvalid();
  const { accountId, usedAt, expiresAt } = verification;
  if (usedAt === null && expiresAt <= now) throw new LinkExpired();
  return inTransaction(context, async (context) => {
    const isFirst = usedAt === null && (await prove(context, verification));
    const [account] = await context.store.accounts.findMany([accountId]);
    if (!account) throw new LinkInvalid();
    if (isFirst && delivery) return beginSession(context, { account, delivery, methods: ["LINK"] });
    return { account, session: null, tokens: null, secondStep: null };
  });
}

/** Proves the address, within the caller's transaction; false for all but the first of several visits at once. */
async function prove(context: Context, verification: Verification): Promise<boolean> {
  const { store, now } = context;
  const { accountId, form } = verification;
  if (form === null) throw new LinkInvalid();
  // The sign-up may be deleted meanwhile: it was left for too long, or its address is now that of another account.
  if (!(await store.accounts.lock(accountId))) throw new LinkInvalid();
  if (!(await store.accounts.verify(accountId, { form, at: now }))) return false;
  await store.verifications.use(verification, now);
  if (form.elsewhere) await link(store, { accountId, elsewhere: form.elsewhere, now });
  await context.tell(AccountVerified, { about: accountId, organizationId: null }, { accountId });
  return true;
}

// The account is proved by its mail; what is to log its person in came with the same sign-up.
async function link(
  store: Pick<Context["store"], "providerLinks">,
  { accountId, elsewhere, now }: { accountId: string; elsewhere: Elsewhere; now: Instant },
): Promise<void> {
  const { provider, subjectIndex } = elsewhere;
  const times = { createdAt: now, lastUsedAt: null };
  await store.providerLinks.insert({ id: newId(), accountId, provider, ...times }, subjectIndex);
}
