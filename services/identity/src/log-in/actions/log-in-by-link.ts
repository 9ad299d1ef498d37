import { validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { LinkInvalid } from "../../accounts/domain/link-errors.ts";
import { beginSession, type LoggedIn } from "./steps/begin-session.ts";
import { readLink } from "../../accounts/actions/steps/read-link.ts";

const schema = z.strictObject({
  token: z.string().max(200, "must have 200 characters at most"),
  delivery: z.enum(["COOKIE", "TOKENS"]),
});

/** Starts a session for who reads the account's mail, once per link. */
export async function logInByLink(context: Context, given: unknown): Promise<LoggedIn> {
  const { token, delivery } = validate(schema, given);
  const link = { code: token, as: "log-in", kinds: ["LOG_IN"] } as const;
  const { id, accountId } = await readLink(context, link);
  const account = await context.loaders.account.load(accountId);
  if (account?.email == null) throw new LinkInvalid();
  return context.store.transaction(async (store) => {
    if (!(await store.verifications.useOnce(id, context.now))) throw new LinkInvalid();
    return beginSession({ ...context, store }, { account, delivery, methods: ["LINK"] });
  });
}
