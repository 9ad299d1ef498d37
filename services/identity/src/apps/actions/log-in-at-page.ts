import { DomainError } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { finishLogIn } from "../../log-in/actions/finish-log-in.ts";
import { logIn } from "../../log-in/actions/log-in.ts";
import type { LogInForm, LogInOutcome } from "../domain/log-in-form.ts";

/** Logs in with a form of the authorization server's page. The limits are those of every other log-in. */
export async function logInAtPage(context: Context, form: LogInForm): Promise<LogInOutcome> {
  try {
    const { account, session, secondStep } =
      "token" in form
        ? await finishLogIn(context, form)
        : await logIn(context, { ...form, delivery: "COOKIE" });
    if (secondStep) return { secondStep: secondStep.token, isWrong: false };
    if (session === null) throw new Error("A log-in by cookie returned no cookie.");
    return { accountId: account.id, session };
  } catch (error) {
    if (error instanceof DomainError) return outcomeOf(error, form);
    throw error;
  }
}

// The page tells no more than the API does about what is wrong with the form.
function outcomeOf({ code, details }: DomainError, form: LogInForm): LogInOutcome {
  if (code === "TOO_BUSY") return { refused: "RATE_LIMITED", retryAfterSeconds: 5 };
  if (code === "CODE_WRONG" && "token" in form) return { secondStep: form.token, isWrong: true };
  if (code !== "RATE_LIMITED") return { refused: "LOGIN_FAILED" };
  return { refused: "RATE_LIMITED", retryAfterSeconds: Number(details["retryAfterSeconds"]) };
}
