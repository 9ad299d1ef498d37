import { input, NotFound, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { ProviderLink } from "../domain/provider-link.ts";
import { requireLogInMethod } from "../../passkeys/actions/steps/require-log-in-method.ts";
import { requestMail } from "../../accounts/actions/steps/request-mail.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

const schema = z.strictObject({ linkId: input.id });

/** Removes the caller's link to a provider, unless it is the last way to log in. A mail tells the caller. */
export async function unlinkProvider(context: Context, given: unknown): Promise<ProviderLink> {
  const { accountId } = requireFreshAccount(context.caller);
  const { linkId } = validate(schema, given);
  return inTransaction(context, async (context) => {
    const { store } = context;
    await store.accounts.lock(accountId);
    const link = (await store.providerLinks.listOf(accountId)).find(({ id }) => id === linkId);
    if (!link || !(await store.providerLinks.remove(linkId))) throw new NotFound("link");
    await requireLogInMethod(context, accountId);
    await requestMail(context, { accountId, kind: "PROVIDER_UNLINKED" });
    return link;
  });
}
