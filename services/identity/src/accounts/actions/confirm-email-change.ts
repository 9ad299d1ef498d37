import { validate } from "@tidbok/domain";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Verification } from "../domain/verification.ts";
import { LinkInvalid } from "../domain/link-errors.ts";
import { destroyKeysNow } from "./steps/destroy-keys-now.ts";
import { readLink } from "./steps/read-link.ts";

const schema = z.strictObject({ token: z.string().max(200, "must have 200 characters at most") });

const kinds = ["EMAIL_CHANGE_OLD", "EMAIL_CHANGE_NEW"] as const;

/** One of the two addresses agrees; true once both have and the account has the new one. May be repeated. */
export async function confirmEmailChange(context: Context, given: unknown): Promise<boolean> {
  const { token } = validate(schema, given);
  const link = await readLink(context, { code: token, as: "change-email", kinds });
  const isChanged = await inTransaction(context, (context) => confirm(context, link));
  await destroyKeysNow(context);
  return isChanged;
}

async function confirm({ store, now }: Context, { id, accountId }: Verification): Promise<boolean> {
  // Of two confirmations at once, each would see the other as missing.
  if (!(await store.accounts.lock(accountId))) throw new LinkInvalid();
  const isFirst = await store.verifications.useOnce(id, now);
  const [old, fresh] = await Promise.all(
    kinds.map((kind) => store.verifications.findNewest(accountId, kind)),
  );
  if (!old?.usedAt || !fresh?.usedAt || fresh.email === null) return false;
  if (isFirst) {
    await store.keyDestructions.insert(await store.accountEmails.removeUnproved(fresh.email));
    await store.accountEmails.update(accountId, fresh.email);
    await store.verifications.withdraw(accountId, ["RECOVERY", "LOG_IN"]);
  }
  return true;
}
