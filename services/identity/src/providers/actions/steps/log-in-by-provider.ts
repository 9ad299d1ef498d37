import type { Context } from "../../../context.ts";
import {
  ProviderTaken,
  type ProvidedPerson,
  type ProviderLink,
} from "../../domain/provider-link.ts";
import { beginSession, type LoggedIn } from "../../../log-in/actions/begin-session.ts";
import { linkProvider } from "./link-provider.ts";

/**
 * Starts a session for who has just logged in elsewhere; null when that account is nobody's here. An address that
 * is the same proves nothing, for who runs a provider can write any: an account of one's own is linked by who is
 * logged in to it, or by the word of a provider that hands out that very address.
 */
export async function logInByProvider(
  context: Context,
  person: ProvidedPerson,
): Promise<LoggedIn | null> {
  const link =
    (await context.store.providerLinks.find(person)) ?? (await linkKnown(context, person));
  const account = link && (await context.loaders.account.load(link.accountId));
  if (!link || account?.email == null || !account.isEmailVerified) return null;
  return context.store.transaction(async (store) => {
    await store.providerLinks.use(link.id, context.now);
    return beginSession(
      { ...context, store },
      { account, delivery: "COOKIE", methods: ["PROVIDER"] },
    );
  });
}

async function linkKnown(context: Context, person: ProvidedPerson): Promise<ProviderLink | null> {
  if (person.email === null || !person.isEmailCertain) return null;
  const known = await context.store.accounts.findCredential(person.email);
  if (!known?.isEmailVerified) return null;
  const { accountId } = known;
  try {
    return await context.store.transaction((store) =>
      linkProvider({ ...context, store }, { accountId, person }),
    );
  } catch (error) {
    // The account has another one there: its person says which it is to be.
    if (error instanceof ProviderTaken) return null;
    throw error;
  }
}
