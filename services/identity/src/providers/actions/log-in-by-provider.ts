import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { ProviderTaken, type ProvidedPerson, type ProviderLink } from "../domain/provider-link.ts";
import { beginSession, type LoggedIn } from "../../log-in/actions/steps/begin-session.ts";
import { linkProvider } from "./link-provider.ts";

/**
 * Starts a session for a person who has just logged in at a provider; null if no account here is linked. The same
 * e-mail address proves nothing, because a provider can claim any. So an account is linked either by its person, when
 * logged in, or on the word of the provider that is the authority for the address.
 */
export async function logInByProvider(
  context: Context,
  person: ProvidedPerson,
): Promise<LoggedIn | null> {
  const link =
    (await context.store.providerLinks.find(person)) ?? (await linkKnown(context, person));
  const account = link && (await context.loaders.account.load(link.accountId));
  if (!link || account?.email == null || !account.isEmailVerified) return null;
  return inTransaction(context, async (context) => {
    await context.store.providerLinks.use(link.id, context.now);
    return beginSession(context, { account, delivery: "COOKIE", methods: ["PROVIDER"] });
  });
}

async function linkKnown(context: Context, person: ProvidedPerson): Promise<ProviderLink | null> {
  if (person.email === null || !person.isEmailCertain) return null;
  const known = await context.store.accounts.findCredential(person.email);
  if (!known?.isEmailVerified) return null;
  try {
    return await linkProvider(context, { accountId: known.accountId, person });
  } catch (error) {
    // The account has another link to this provider; its person decides which one stays.
    if (error instanceof ProviderTaken) return null;
    throw error;
  }
}
