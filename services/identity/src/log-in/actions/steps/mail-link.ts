import { inTransaction } from "@tidbok/service";
import type { Context } from "../../../context.ts";
import { requestMail } from "../../../accounts/actions/steps/request-mail.ts";

/**
 * Mails a link to the verified address of an account, and withdraws earlier links of the same kind. It returns nothing
 * in every case, and its caller hides how long it takes, so that callers learn nothing about the address.
 */
export async function mailLink(
  context: Context,
  { email, kind }: { readonly email: string; readonly kind: "RECOVERY" | "LOG_IN" },
): Promise<void> {
  const { store, limits } = context;
  if (!(await limits.isWithin("mail", store.fingerprintOf(email)))) return;
  const known = await store.accounts.findCredential(email);
  if (!known?.isEmailVerified) return;
  const { accountId } = known;
  await inTransaction(context, async (context) => {
    if (!(await context.store.accounts.lock(accountId))) return;
    await context.store.verifications.withdraw(accountId, [kind]);
    await requestMail(context, { accountId, kind });
  });
}
