import type { Context } from "../../../context.ts";
import { requestMail } from "../../../accounts/actions/steps/request-mail.ts";

/**
 * Asks for a link to the address of an account that has been proved, and makes earlier ones of the kind
 * void. Silent about everything; the caller hides how long it takes.
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
  await store.transaction(async (inner) => {
    await inner.verifications.withdraw(accountId, [kind]);
    await requestMail({ ...context, store: inner }, { accountId, kind });
  });
}
