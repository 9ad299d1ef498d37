import { z } from "zod";
import type { Context } from "../../../context.ts";
import { CodeWrong, SecondStepRequired } from "../../domain/authenticator-errors.ts";
import { readCode } from "../../domain/authenticator.ts";
import { requestMail } from "../../../accounts/actions/steps/request-mail.ts";

/** The field of an input that holds a code. */
export const codeAttempt = z.string().max(40, "must have 40 characters at most");

/**
 * Takes a code of the person's app, or a recovery code, within the caller's transaction; which of the two
 * it was. Throws CodeWrong, and RateLimited: guesses are counted before they are looked at.
 */
export async function showCode(
  context: Context,
  { accountId, typed }: { readonly accountId: string; readonly typed: string },
): Promise<"CODE" | "RECOVERY_CODE"> {
  const { limits } = context;
  const read = readCode(typed);
  if (read?.kind === "RECOVERY_CODE") await limits.take("recovery-code", accountId);
  else {
    await limits.take("code", accountId);
    await limits.take("code-day", accountId);
  }
  const isTaken =
    read !== null &&
    (await (read.kind === "CODE" ? takeCode : takeRecoveryCode)(context, accountId, read.code));
  if (!isTaken) throw new CodeWrong();
  for (const what of ["code", "code-day", "recovery-code"] as const) {
    await limits.clear(what, accountId);
  }
  return read.kind;
}

/** As showCode, where the person's log-ins ask for codes at all. Throws SecondStepRequired for none. */
export async function showCodeIfAsked(
  context: Context,
  { accountId, typed }: { readonly accountId: string; readonly typed: string | null | undefined },
): Promise<void> {
  if (!(await context.store.authenticators.isOn(accountId))) return;
  if (!typed) throw new SecondStepRequired();
  await showCode(context, { accountId, typed });
}

type Taking = readonly [context: Context, accountId: string, code: string];

async function takeCode(...[{ store, oneTimeCodes, now }, accountId, code]: Taking) {
  const secret = await store.authenticators.findSecret(accountId);
  const step = secret === null ? null : oneTimeCodes.stepOf({ secret, code }, now);
  return step !== null && store.authenticators.useStep(accountId, step);
}

async function takeRecoveryCode(...[context, accountId, code]: Taking) {
  const { store, secrets, now } = context;
  const codeHash = secrets.hashOf(code);
  if (!(await store.authenticators.useRecoveryCode(accountId, { codeHash, at: now }))) return false;
  await requestMail(context, { accountId, kind: "RECOVERY_CODE_USED" });
  return true;
}
