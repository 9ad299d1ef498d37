import { input, NotFound, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { PersonalToken } from "../domain/personal-token.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";
import { tellTokenEnded } from "../../grants/actions/steps/tell-token-ended.ts";

const schema = z.strictObject({ tokenId: input.id });

/** Forgets one of the caller's own tokens, which is worth nothing from then on. */
export async function revokePersonalToken(
  context: Context,
  given: unknown,
): Promise<PersonalToken> {
  const { accountId } = requireAccount(context.caller);
  const { tokenId } = validate(schema, given);
  const token = await context.store.personalTokens.find(tokenId);
  if (token?.accountId !== accountId) throw new NotFound("token");
  await context.store.transaction(async (store) => {
    if (!(await store.personalTokens.remove(tokenId))) throw new NotFound("token");
    await tellTokenEnded({ ...context, store }, { tokenId, accountId });
  });
  return token;
}
