import {
  input,
  InvalidInput,
  newId,
  scopeNames,
  validate,
  personalTokenPrefix,
} from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import {
  countingScopes,
  longestDays,
  mostTokens,
  TooManyTokens,
  type PersonalToken,
} from "../domain/personal-token.ts";
import { requestMail } from "../../accounts/actions/steps/request-mail.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

const schema = z.strictObject({
  name: input.line(80),
  scopes: z
    .array(z.enum(scopeNames))
    .min(1, "must name one scope at least")
    .max(scopeNames.length, "must name each scope once")
    .transform((scopes) => [...new Set(scopes)]),
  lifetimeDays: z
    .int()
    .min(1, "must be one day at least")
    .max(longestDays, `must be ${longestDays} days at most`),
  idempotencyKey: input.idempotencyKey.nullish(),
});

/** A token as it was just made. The secret is shown this once, and not to a repeated request either. */
export type PersonalTokenWithSecret = {
  readonly accountId: string;
  readonly personalToken: PersonalToken;
  readonly secret: string | null;
};

/** Makes a token with which scripts of the caller's do what its scopes say. The address is told. */
export async function createPersonalToken(
  context: Context,
  given: unknown,
): Promise<PersonalTokenWithSecret> {
  const { caller, secrets, now } = context;
  const { accountId, memberships } = requireFreshAccount(caller);
  const { idempotencyKey: key, lifetimeDays, ...asked } = validate(schema, given);
  refuseUncounted(asked.scopes, countingScopes(asked.scopes, memberships));
  const expiresAt = now + lifetimeDays * 86_400_000;
  const token = { ...asked, id: newId(), accountId, createdAt: now, expiresAt, lastUsedOn: null };
  const secret = `${personalTokenPrefix}${secrets.make().text}`;
  const { id, isReplay } = await context.store.transaction(async (store) => {
    const work = () => keep({ ...context, store }, { token, tokenHash: secrets.hashOf(secret) });
    if (!key) return { id: await work(), isReplay: false };
    const request = { scopes: asked.scopes, lifetimeDays };
    return store.once(
      { principal: accountId, operation: "createPersonalToken", key, request },
      work,
    );
  });
  const kept = isReplay ? await context.store.personalTokens.find(id) : null;
  return { accountId, personalToken: kept ?? token, secret: isReplay ? null : secret };
}

async function keep(
  context: Context,
  { token, tokenHash }: { token: PersonalToken; tokenHash: Uint8Array<ArrayBuffer> },
): Promise<string> {
  const { store } = context;
  const { accountId } = token;
  // Of two that make the last one at once, one waits and is told.
  await store.accounts.lock(accountId);
  if ((await store.personalTokens.listOf(accountId)).length >= mostTokens)
    throw new TooManyTokens();
  await store.personalTokens.insert(token, tokenHash);
  await requestMail(context, { accountId, kind: "PERSONAL_TOKEN_MADE" });
  return token.id;
}

function refuseUncounted(asked: readonly string[], counting: readonly string[]): void {
  const problems = asked.flatMap((scope, index) =>
    counting.includes(scope)
      ? []
      : [
          {
            path: `scopes.${index}`,
            code: "OWNERS_ONLY",
            message: "is for who owns every organization of theirs",
          },
        ],
  );
  if (problems.length > 0) throw new InvalidInput(problems);
}
