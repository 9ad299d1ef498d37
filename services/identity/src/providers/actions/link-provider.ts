import { newId } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { ProvidedPerson, ProviderLink } from "../domain/provider-link.ts";
import { requestMail } from "../../accounts/actions/steps/request-mail.ts";

/** Lets an account at a provider log the person in here, and mails the person about it. Throws ProviderTaken. */
export function linkProvider(
  context: Context,
  { accountId, person }: { readonly accountId: string; readonly person: ProvidedPerson },
): Promise<ProviderLink> {
  return inTransaction(context, async (context) => {
    const { store, now } = context;
    const { provider } = person;
    const link = { id: newId(), accountId, provider, createdAt: now, lastUsedAt: null };
    await store.providerLinks.insert(link, store.providerLinks.fingerprintOf(person));
    await requestMail(context, { accountId, kind: "PROVIDER_LINKED" });
    return link;
  });
}
