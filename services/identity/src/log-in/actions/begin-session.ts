import { newId } from "@tidbok/domain";
import { AccountReactivated } from "@tidbok/events";
import type { Context } from "../../context.ts";
import type { Account } from "../../accounts/domain/account.ts";
import {
  isInTwoSteps,
  sessionLifetime,
  startSession,
  type Delivery,
  type LogInMethod,
} from "../../sessions/domain/session.ts";
import { staffSessionLifetime } from "../../support/domain/support-access.ts";
import { askForCode, type SecondStep } from "./steps/ask-for-code.ts";
import { issueTokens, type Tokens } from "../../sessions/actions/steps/issue-tokens.ts";

/** Who is logged in now, and what an app keeps of it; or nobody yet, where a second step is to come. */
export type LoggedIn =
  | { readonly account: Account; readonly tokens: Tokens | null; readonly secondStep: null }
  | { readonly account: null; readonly tokens: null; readonly secondStep: SecondStep };

type LogIn = {
  readonly account: Account;
  readonly delivery: Delivery;
  readonly methods: readonly LogInMethod[];
};

/**
 * Starts a session for somebody who has just shown to be this person, within the caller's transaction. Where
 * the person wants codes and none was shown, it asks for one instead. Whoever was away is back by it.
 */
export async function beginSession(
  context: Context,
  { account, delivery, methods }: LogIn,
): Promise<LoggedIn> {
  const { store, secrets, now, origin } = context;
  if (!isInTwoSteps(methods) && (await store.authenticators.isOn(account.id))) {
    const secondStep = await askForCode(context, { accountId: account.id, methods, delivery });
    return { account: null, tokens: null, secondStep };
  }
  const isStaff = await store.staff.isStaff(account.id);
  const lifetime = isStaff ? staffSessionLifetime : sessionLifetime;
  const session = startSession(
    { id: newId(), accountId: account.id, delivery, methods, origin, lifetime },
    now,
  );
  if (await store.absences.end(account.id)) {
    const place = { aggregateId: account.id, organizationId: null, occurredAt: now };
    await store.outbox.append(AccountReactivated, place, { accountId: account.id });
  }
  if (delivery === "TOKENS") {
    await store.sessions.insert(session, null);
    return { account, tokens: await issueTokens(context, session), secondStep: null };
  }
  const cookie = secrets.make();
  await store.sessions.insert(session, cookie.hash);
  // The gateway makes the cookie of it; the value stands in no answer that a script could read.
  context.extend("session", { cookie: cookie.text, maxAgeSeconds: lifetime / 1000 });
  return { account, tokens: null, secondStep: null };
}
