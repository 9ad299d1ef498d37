import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { SecondStepOver } from "../../second-step/domain/authenticator-errors.ts";
import { beginSession, type LoggedIn } from "./steps/begin-session.ts";
import { codeAttempt, showCode } from "../../second-step/actions/steps/show-code.ts";

const schema = z.strictObject({
  token: z.string().max(200, "must have 200 characters at most"),
  code: codeAttempt,
});

/** Starts the session of a log-in whose first step was done before, with a code as the second step. */
export async function finishLogIn(context: Context, given: unknown): Promise<LoggedIn> {
  const { token, code: typed } = validate(schema, given);
  const tokenHash = context.secrets.hashOf(token);
  return inTransaction(context, async (context) => {
    const { store } = context;
    const first = await store.secondSteps.find(tokenHash, context.now);
    const account = first && (await context.loaders.account.load(first.accountId));
    if (!first || !account) throw new SecondStepOver();
    const { accountId, methods, delivery } = first;
    const method = await showCode(context, { accountId, typed });
    if (!(await store.secondSteps.take(tokenHash))) throw new SecondStepOver();
    const shown = { account, delivery, methods: [...methods, method] };
    return beginSession(context, shown);
  });
}
