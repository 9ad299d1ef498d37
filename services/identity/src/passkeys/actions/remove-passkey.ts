import { input, NotFound, validate } from "@tidbok/domain";
import { PasskeyRemoved } from "@tidbok/events";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Passkey } from "../domain/passkey.ts";
import { keepALogInMethod } from "./steps/keep-a-log-in-method.ts";
import { requestMail } from "../../accounts/actions/steps/request-mail.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

const schema = z.strictObject({ passkeyId: input.id });

/** Forgets one of the caller's own passkeys, which opens nothing from then on. */
export async function removePasskey(context: Context, given: unknown): Promise<Passkey> {
  const { accountId } = requireFreshAccount(context.caller);
  const { passkeyId } = validate(schema, given);
  const { now } = context;
  const passkey = await context.store.passkeys.find(passkeyId);
  if (passkey?.accountId !== accountId) throw new NotFound("passkey");
  await context.store.transaction(async (store) => {
    await store.accounts.lock(accountId);
    if (!(await store.passkeys.remove(passkeyId))) throw new NotFound("passkey");
    await keepALogInMethod({ store }, accountId);
    await requestMail({ ...context, store }, { accountId, kind: "PASSKEY_REMOVED" });
    const place = { aggregateId: accountId, organizationId: null, occurredAt: now };
    await store.outbox.append(PasskeyRemoved, place, { passkeyId, accountId });
  });
  return passkey;
}
