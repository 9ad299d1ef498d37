import { input, NotFound, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { ProviderLink } from "../domain/provider-link.ts";
import { keepALogInMethod } from "../../passkeys/actions/steps/keep-a-log-in-method.ts";
import { requestMail } from "../../accounts/actions/steps/request-mail.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

const schema = z.strictObject({ linkId: input.id });

/** Ends that an account elsewhere logs the caller in; not where nothing else would. The address is told. */
export async function unlinkProvider(context: Context, given: unknown): Promise<ProviderLink> {
  const { accountId } = requireFreshAccount(context.caller);
  const { linkId } = validate(schema, given);
  return context.store.transaction(async (store) => {
    await store.accounts.lock(accountId);
    const link = (await store.providerLinks.listOf(accountId)).find(({ id }) => id === linkId);
    if (!link || !(await store.providerLinks.remove(linkId))) throw new NotFound("link");
    await keepALogInMethod({ store }, accountId);
    await requestMail({ ...context, store }, { accountId, kind: "PROVIDER_UNLINKED" });
    return link;
  });
}
