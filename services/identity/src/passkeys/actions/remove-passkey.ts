import { input, NotFound, validate } from "@tidbok/domain";
import { PasskeyRemoved } from "@tidbok/events";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Passkey } from "../domain/passkey.ts";
import { requireLogInMethod } from "./steps/require-log-in-method.ts";
import { requestMail } from "../../accounts/actions/steps/request-mail.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

const schema = z.strictObject({ passkeyId: input.id });

/** Removes one of the caller's own passkeys, unless it is the last way to log in. A mail tells the caller. */
export async function removePasskey(context: Context, given: unknown): Promise<Passkey> {
  const { accountId } = requireFreshAccount(context.caller);
  const { passkeyId } = validate(schema, given);
  const passkey = await context.store.passkeys.find(passkeyId);
  if (passkey?.accountId !== accountId) throw new NotFound("passkey");
  await inTransaction(context, async (context) => {
    const { store } = context;
    await store.accounts.lock(accountId);
    if (!(await store.passkeys.remove(passkeyId))) throw new NotFound("passkey");
    await requireLogInMethod(context, accountId);
    await requestMail(context, { accountId, kind: "PASSKEY_REMOVED" });
    const subject = { about: accountId, organizationId: null };
    await context.tell(PasskeyRemoved, subject, { passkeyId, accountId });
  });
  return passkey;
}
