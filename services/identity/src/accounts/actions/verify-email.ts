import { newId, validate, type Instant } from "@tidbok/domain";
import { AccountVerified } from "@tidbok/events";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Account, Elsewhere } from "../domain/account.ts";
import { LinkExpired, LinkInvalid } from "../domain/link-errors.ts";

const schema = z.strictObject({ token: z.string().max(200, "must have 200 characters at most") });

/** The link's reader owns the address; the account is what that sign-up said. A second visit changes nothing. */
export async function verifyEmail(context: Context, given: unknown): Promise<Account> {
  const { store, links, now } = context;
  const id = links.read("verify", validate(schema, given).token);
  const verification = id === null ? null : await store.verifications.find(id);
  if (verification?.kind !== "SIGN_UP") throw new LinkInvalid();
  const { accountId, form, usedAt, expiresAt } = verification;
  if (usedAt === null) {
    if (form === null) throw new LinkInvalid();
    if (expiresAt <= now) throw new LinkExpired();
    await inTransaction(context, async (context) => {
      // The sign-up may be deleted meanwhile: it was left for too long, or its address is now that of another account.
      if (!(await context.store.accounts.lock(accountId))) throw new LinkInvalid();
      if (!(await context.store.accounts.verify(accountId, { form, at: now }))) return;
      await context.store.verifications.use(verification, now);
      if (form.elsewhere) await link(context.store, { accountId, elsewhere: form.elsewhere, now });
      await context.tell(
        AccountVerified,
        { about: accountId, organizationId: null },
        { accountId },
      );
    });
  }
  const account = await context.loaders.account.load(accountId);
  if (account === null) throw new LinkInvalid();
  return account;
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
