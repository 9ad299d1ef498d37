import { input, Unauthenticated, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Account } from "../domain/account.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

// A null is a field left out: nothing of a profile can be taken away.
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

const schema = z.strictObject({
  name: optional(input.line(120)),
  timeZone: optional(input.timeZone),
  locale: optional(input.locale),
});

/** Changes the caller's own name, zone and language. */
export async function updateProfile(context: Context, given: unknown): Promise<Account> {
  const { accountId } = requireAccount(context.caller);
  const { name, timeZone, locale } = validate(schema, given);
  await inTransaction(context, async ({ store }) => {
    // The name is sealed with the account's key, which goes with the account.
    if (!(await store.accounts.lock(accountId))) throw new Unauthenticated();
    await store.accounts.updateProfile(accountId, {
      ...(name !== undefined && { name }),
      ...(timeZone !== undefined && { timeZone }),
      ...(locale !== undefined && { locale }),
    });
  });
  const account = await context.loaders.account.clear(accountId).load(accountId);
  if (account === null) throw new Unauthenticated();
  return account;
}
