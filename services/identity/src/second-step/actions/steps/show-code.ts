import { z } from "zod";
import type { Context } from "../../../context.ts";
import { CodeWrong, SecondStepRequired } from "../../domain/authenticator-errors.ts";
import { readCode } from "../../domain/authenticator.ts";
import { requestMail } from "../../../accounts/actions/steps/request-mail.ts";

/** The schema of an input's code, before it is checked. */
export const codeAttempt = z.string().max(40, "must have 40 characters at most");

type CodeAttempt = { readonly accountId: string; readonly typed: string };
type Code = { readonly accountId: string; readonly code: string };

/**
 * Uses up a code of the person's authenticator app or a recovery code, within the caller's transaction, and returns
 * which of the two it was. Throws CodeWrong, and RateLimited: attempts are counted before they are checked.
 */
export async function showCode(
  context: Context,
  { accountId, typed }: CodeAttempt,
): Promise<"CODE" | "RECOVERY_CODE"> {
  const { limits } = context;
  const read = readCode(typed);
  if (read?.kind === "RECOVERY_CODE") await limits.take("recovery-code", accountId);
  else {
    await limits.take("code", accountId);
    await limits.take("code-day", accountId);
  }
  if (read === null) throw new CodeWrong();
  const { kind, code } = read;
  const isUsed = await (kind === "CODE" ? useCode : useRecoveryCode)(context, { accountId, code });
  if (!isUsed) throw new CodeWrong();
  for (const limit of ["code", "code-day", "recovery-code"] as const) {
    await limits.clear(limit, accountId);
  }
  return kind;
}

/** As showCode, if the person's log-ins ask for codes. Throws SecondStepRequired without a code. */
export async function showCodeIfAsked(
  context: Context,
  { accountId, typed }: { readonly accountId: string; readonly typed: string | null | undefined },
): Promise<void> {
  if (!(await context.store.authenticators.isOn(accountId))) return;
  if (!typed) throw new SecondStepRequired();
  await showCode(context, { accountId, typed });
}

async function useCode(
  { store, oneTimeCodes, now }: Context,
  { accountId, code }: Code,
): Promise<boolean> {
  const secret = await store.authenticators.findSecret(accountId);
  const step = secret === null ? null : oneTimeCodes.stepOf({ secret, code }, now);
  return step !== null && store.authenticators.useStep(accountId, step);
}

async function useRecoveryCode(context: Context, { accountId, code }: Code): Promise<boolean> {
  const { store, secrets, now } = context;
  const use = { codeHash: secrets.hashOf(code), at: now };
  if (!(await store.authenticators.useRecoveryCode(accountId, use))) return false;
  await requestMail(context, { accountId, kind: "RECOVERY_CODE_USED" });
  return true;
}
