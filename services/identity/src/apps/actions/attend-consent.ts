import { DomainError } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { belongings } from "../../organizations/domain/relation.ts";
import { isLive } from "../../sessions/domain/session.ts";
import { finishLogIn } from "../../log-in/actions/finish-log-in.ts";
import { logIn } from "../../log-in/actions/log-in.ts";

/** Whose session a cookie is; null for one that is over. */
export async function personOfCookie(context: Context, cookie: string): Promise<string | null> {
  const { store, secrets, now } = context;
  if (cookie === "" || cookie.length > 200) return null;
  const session = await store.sessions.findByToken(secrets.hashOf(cookie));
  return session !== null && isLive(session, now) ? session.accountId : null;
}

/** A person who can let an app in: one with an account that was verified, and who is neither away nor erased. */
export async function findPerson({ loaders }: Context, id: string) {
  const account = id === "" ? null : await loaders.account.load(id);
  if (!account?.isEmailVerified || account.email === null || account.deactivatedAt !== null) {
    return null;
  }
  const memberships = belongings(await loaders.memberships.load(id));
  return { id, locale: account.locale, memberships };
}

/** What is typed on the page: the password, or the code that comes after it. */
export type PageForm =
  | { readonly email: string; readonly password: string }
  | { readonly token: string; readonly code: string };

/** A log-in on the page of the authorization server: the same as any other, with its limits, kept in a cookie. */
export async function logInAtPage(context: Context, form: PageForm) {
  let session: { cookie: string; maxAgeSeconds: number } | null = null;
  const extend = (_: string, value: unknown) => {
    session = value as typeof session;
  };
  try {
    const { account, secondStep } =
      "token" in form
        ? await finishLogIn({ ...context, extend }, form)
        : await logIn({ ...context, extend }, { ...form, delivery: "COOKIE" });
    if (secondStep) return { secondStep: secondStep.token, isWrong: false } as const;
    const given = session as { cookie: string; maxAgeSeconds: number } | null;
    if (given === null) throw new Error("A log-in by cookie gave none.");
    return { accountId: account.id, ...given };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === "SERVICE_UNAVAILABLE")
      return { refused: "RATE_LIMITED", retryAfterSeconds: 5 } as const;
    if (error.code === "CODE_WRONG" && "token" in form) {
      return { secondStep: form.token, isWrong: true } as const;
    }
    // What was typed is wrong in one way or another; the page tells no more than the API does.
    if (error.code !== "RATE_LIMITED") return { refused: "LOGIN_FAILED" } as const;
    const retryAfterSeconds = Number(error.details["retryAfterSeconds"]);
    return { refused: "RATE_LIMITED", retryAfterSeconds } as const;
  }
}
