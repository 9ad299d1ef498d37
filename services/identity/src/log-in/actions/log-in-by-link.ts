import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { LinkInvalid } from "../../accounts/domain/link-errors.ts";
import { beginSession, type LoggedIn } from "./steps/begin-session.ts";
import { readLink } from "../../accounts/actions/steps/read-link.ts";

const schema = z.strictObject({
  token: z.string().max(200, "must have 200 characters at most"),
  delivery: z.enum(["COOKIE", "TOKENS"]),
});

/** Starts a session by a link from the account's mail. Each link works once. */
export async function logInByLink(context: Context, given: unknown): Promise<LoggedIn> {
  const { token, delivery } = validate(schema, given);
  const link = { code: token, as: "log-in", kinds: ["LOG_IN"] } as const;
  const { id, accountId } = await readLink(context, link);
  const account = await context.loaders.account.load(accountId);
  if (account?.email == null) throw new LinkInvalid();
  return inTransaction(context, async (context) => {
    if (!(await context.store.verifications.useOnce(id, context.now))) throw new LinkInvalid();
    return beginSession(context, { account, delivery, methods: ["LINK"] });
  });
}
