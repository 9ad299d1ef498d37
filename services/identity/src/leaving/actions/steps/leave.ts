import { Unauthenticated, type Instant } from "@tidbok/domain";
import { AccountDeactivated } from "@tidbok/events";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../../context.ts";
import type { Account } from "../../../accounts/domain/account.ts";
import { LastOwner } from "../../../organizations/domain/organization-errors.ts";
import { endAccessesOf } from "../../../grants/actions/steps/end-accesses-of.ts";
import { endSessionsOf } from "../../../sessions/actions/steps/end-sessions-of.ts";
import { requestMail } from "../../../accounts/actions/steps/request-mail.ts";
import { requireFreshAccount } from "../../../callers/domain/require-fresh-account.ts";

/**
 * Takes the caller's account out of use, for good from `closesAt` on, or until they come back where that
 * is null. What they share with others goes on without their name.
 */
export async function leave(
  context: Context,
  { closesAt }: { readonly closesAt: Instant | null },
): Promise<Account> {
  const { accountId } = requireFreshAccount(context.caller);
  const { loaders, now } = context;
  await inTransaction(context, async (context) => {
    if (!(await context.store.accounts.lock(accountId))) throw new Unauthenticated();
    if (closesAt !== null) await requireOtherOwners(context, accountId);
    await context.store.absences.begin(accountId, { at: now, closesAt });
    await endSessionsOf(context, { accountId, but: null });
    // Apps and scripts end with the person's sessions; the person lets them in again after coming back.
    await endAccessesOf(context, accountId);
    const kind = closesAt === null ? "ACCOUNT_DEACTIVATED" : "ACCOUNT_CLOSING";
    await requestMail(context, { accountId, kind });
    const subject = { about: accountId, organizationId: null };
    await context.tell(AccountDeactivated, subject, { accountId });
  });
  context.extend("session", { cookie: null, maxAgeSeconds: 0 });
  const account = await loaders.account.clear(accountId).load(accountId);
  if (account === null) throw new Unauthenticated();
  return account;
}

// Two owners who close their accounts at once wait for one another here.
async function requireOtherOwners({ store }: Context, accountId: string): Promise<void> {
  await store.organizations.lockOwnedBy(accountId);
  if (await store.memberships.isOnlyOwner(accountId)) throw new LastOwner();
}
