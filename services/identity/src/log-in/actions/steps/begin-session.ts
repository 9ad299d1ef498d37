import { newId } from "@tidbok/domain";
import { AccountReactivated } from "@tidbok/events";
import type { Context } from "../../../context.ts";
import { LoginFailed } from "../../../accounts/domain/log-in-errors.ts";
import type { Account } from "../../../accounts/domain/account.ts";
import {
  isInTwoSteps,
  sessionLifetime,
  startSession,
  type Delivery,
  type LogInMethod,
  type SessionCookie,
} from "../../../sessions/domain/session.ts";
import { staffSessionLifetime } from "../../../support/domain/support-access.ts";
import { askForCode, type SecondStep } from "./ask-for-code.ts";
import { issueTokens, type Tokens } from "../../../sessions/actions/steps/issue-tokens.ts";

/**
 * The result of a log-in: the account with its session (the cookie of a browser, or the tokens of an app), or the
 * second step that is still to come.
 */
export type LoggedIn =
  | {
      readonly account: Account;
      readonly session: SessionCookie | null;
      readonly tokens: Tokens | null;
      readonly secondStep: null;
    }
  | {
      readonly account: null;
      readonly session: null;
      readonly tokens: null;
      readonly secondStep: SecondStep;
    };

/** A log-in that has passed its first step. */
export type LogIn = {
  readonly account: Account;
  readonly delivery: Delivery;
  readonly methods: readonly LogInMethod[];
};

/**
 * Starts a session for a person who has just proved their identity, within the caller's transaction. If the person
 * wants codes and none was shown, the second step comes first. A deactivated account becomes active again.
 */
export async function beginSession(
  context: Context,
  { account, delivery, methods }: LogIn,
): Promise<LoggedIn> {
  const { store, secrets, now, origin } = context;
  const { id: accountId } = account;
  // An account whose days of grace are over is erased under this lock: it either is gone by now, or stays.
  if (!(await store.accounts.lock(accountId))) throw new LoginFailed();
  if (!isInTwoSteps(methods) && (await store.authenticators.isOn(accountId))) {
    const secondStep = await askForCode(context, { accountId, methods, delivery });
    return { account: null, session: null, tokens: null, secondStep };
  }
  const isStaff = await store.staff.isStaff(accountId);
  const lifetime = isStaff ? staffSessionLifetime : sessionLifetime;
  const session = startSession(
    { id: newId(), accountId, delivery, methods, origin, lifetime },
    now,
  );
  if (await store.absences.end(accountId)) {
    await context.tell(
      AccountReactivated,
      { about: accountId, organizationId: null },
      { accountId },
    );
  }
  if (delivery === "TOKENS") {
    await store.sessions.insert(session, null);
    const tokens = await issueTokens(context, session);
    return { account, session: null, tokens, secondStep: null };
  }
  const { text: cookie, hash } = secrets.make();
  await store.sessions.insert(session, hash);
  const maxAgeSeconds = lifetime / 1000;
  return { account, session: { cookie, maxAgeSeconds }, tokens: null, secondStep: null };
}
