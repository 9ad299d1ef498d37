import { input, NotFound, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { PersonalToken } from "../domain/personal-token.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";
import { tellTokenEnded } from "../../grants/actions/steps/tell-token-ended.ts";

const schema = z.strictObject({ tokenId: input.id });

/** Deletes one of the caller's own tokens, which stops working at once. */
export async function revokePersonalToken(
  context: Context,
  given: unknown,
): Promise<PersonalToken> {
  const { accountId } = requireAccount(context.caller);
  const { tokenId } = validate(schema, given);
  const token = await context.store.personalTokens.find(tokenId);
  if (token?.accountId !== accountId) throw new NotFound("token");
  await inTransaction(context, async (context) => {
    if (!(await context.store.personalTokens.remove(tokenId))) throw new NotFound("token");
    await tellTokenEnded(context, { tokenId, accountId });
  });
  return token;
}
