import { newId } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { ProvidedPerson, ProviderLink } from "../../domain/provider-link.ts";
import { requestMail } from "../../../accounts/actions/steps/request-mail.ts";

/** Lets an account elsewhere log a person in here, within the caller's transaction; the address is told. Throws ProviderTaken. */
export async function linkProvider(
  context: Context,
  { accountId, person }: { readonly accountId: string; readonly person: ProvidedPerson },
): Promise<ProviderLink> {
  const { store, now } = context;
  const link = {
    id: newId(),
    accountId,
    provider: person.provider,
    createdAt: now,
    lastUsedAt: null,
  };
  await store.providerLinks.insert(link, store.providerLinks.fingerprintOf(person));
  await requestMail(context, { accountId, kind: "PROVIDER_LINKED" });
  return link;
}
