import { DomainError } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { ProviderTaken, type ProvidedPerson } from "../domain/provider-link.ts";
import { isLive } from "../../sessions/domain/session.ts";
import { linkProvider } from "./steps/link-provider.ts";
import { logInByProvider } from "./steps/log-in-by-provider.ts";
import { signUpByProvider } from "./steps/sign-up-by-provider.ts";

type Cookie = { readonly cookie: string; readonly maxAgeSeconds: number };

/** Which session a cookie opens, and whose it is; null for one that is over. */
export async function sessionOfCookie({ store, secrets, now }: Context, cookie: string) {
  if (cookie === "" || cookie.length > 200) return null;
  const session = await store.sessions.findByToken(secrets.hashOf(cookie));
  if (session === null || !isLive(session, now)) return null;
  return { sessionId: session.id, accountId: session.accountId };
}

/**
 * A log-in on the way back from a provider, kept in a cookie, or begun where the person wants a code to be asked
 * for; null when nobody here is linked.
 */
export async function logInAtProvider(
  context: Context,
  person: ProvidedPerson,
): Promise<Cookie | { readonly secondStep: string } | null> {
  let given: Cookie | null = null;
  const extend = (_: string, value: unknown) => {
    given = value as Cookie;
  };
  const entered = await logInByProvider({ ...context, extend }, person);
  return entered?.secondStep ? { secondStep: entered.secondStep.token } : entered && given;
}

/** What came of a sign-up on the page: it waits for its mail, or something on it is wrong. */
export async function signUpAtProvider(
  context: Context,
  signUp: { readonly person: ProvidedPerson; readonly form: object },
): Promise<"CHECK_MAIL" | "WRONG"> {
  try {
    await signUpByProvider(context, signUp);
    return "CHECK_MAIL";
  } catch (error) {
    if (error instanceof DomainError) return "WRONG";
    throw error;
  }
}

/** Links for who is logged in; false when the account elsewhere is taken. */
export async function linkAtProvider(
  context: Context,
  link: { readonly accountId: string; readonly person: ProvidedPerson },
): Promise<boolean> {
  try {
    await context.store.transaction((store) => linkProvider({ ...context, store }, link));
    return true;
  } catch (error) {
    if (error instanceof ProviderTaken) return false;
    throw error;
  }
}
