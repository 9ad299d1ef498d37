import { input, validate } from "@tidbok/domain";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { requestMail } from "./steps/request-mail.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

const schema = z.strictObject({ email: input.email });

/**
 * Asks both addresses whether the account may have another one. The answer does not tell whether the new
 * address has an account: what is to know is in the mail that it gets.
 */
export async function requestEmailChange(context: Context, given: unknown): Promise<void> {
  const { accountId } = requireFreshAccount(context.caller);
  const { email } = validate(schema, given);
  await context.steadily(() => ask(context, { accountId, email }));
}

async function ask(
  context: Context,
  { accountId, email }: { readonly accountId: string; readonly email: string },
): Promise<void> {
  const { store, limits } = context;
  if (!(await limits.isWithin("mail", accountId))) return;
  if (!(await limits.isWithin("mail", store.fingerprintOf(email)))) return;
  const known = await store.accounts.findCredential(email);
  await inTransaction(context, async (context) => {
    const within = context;
    if (!(await context.store.accounts.lock(accountId))) return;
    await context.store.verifications.withdraw(accountId, ["EMAIL_CHANGE_OLD", "EMAIL_CHANGE_NEW"]);
    await requestMail(within, { accountId, kind: "EMAIL_CHANGE_OLD" });
    if (known?.isEmailVerified) {
      await requestMail(within, { accountId: known.accountId, kind: "ALREADY_REGISTERED" });
    } else {
      await requestMail(within, { accountId, kind: "EMAIL_CHANGE_NEW", email });
    }
  });
}
