import {
  day,
  input,
  InvalidInput,
  newId,
  personalTokenPrefix,
  scopeNames,
  validate,
} from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
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

/** A new token. The secret is shown once; a repeated request gets null instead. */
export type PersonalTokenWithSecret = {
  readonly accountId: string;
  readonly personalToken: PersonalToken;
  readonly secret: string | null;
};

/** Makes a token with which the caller's scripts do what its scopes allow. A mail tells the caller. */
export async function createPersonalToken(
  context: Context,
  given: unknown,
): Promise<PersonalTokenWithSecret> {
  const { caller, secrets, now } = context;
  const { accountId, memberships } = requireFreshAccount(caller);
  const { idempotencyKey: key, lifetimeDays, ...fields } = validate(schema, given);
  requireCounting(fields.scopes, countingScopes(fields.scopes, memberships));
  const expiresAt = now + lifetimeDays * day;
  const token = { ...fields, id: newId(), accountId, createdAt: now, expiresAt, lastUsedOn: null };
  const secret = `${personalTokenPrefix}${secrets.make().text}`;
  const { id, isReplay } = await inTransaction(context, async (context) => {
    const work = () => insert(context, { token, tokenHash: secrets.hashOf(secret) });
    if (!key) return { id: await work(), isReplay: false };
    const request = { scopes: fields.scopes, lifetimeDays };
    return context.store.once(
      { principal: accountId, operation: "createPersonalToken", key, request },
      work,
    );
  });
  const earlier = isReplay ? await context.store.personalTokens.find(id) : null;
  return { accountId, personalToken: earlier ?? token, secret: isReplay ? null : secret };
}

async function insert(
  context: Context,
  { token, tokenHash }: { token: PersonalToken; tokenHash: Uint8Array<ArrayBuffer> },
): Promise<string> {
  const { store } = context;
  const { accountId } = token;
  // The lock makes a second request wait, so that both together cannot exceed the limit.
  await store.accounts.lock(accountId);
  const { length } = await store.personalTokens.listOf(accountId);
  if (length >= mostTokens) throw new TooManyTokens();
  await store.personalTokens.insert(token, tokenHash);
  await requestMail(context, { accountId, kind: "PERSONAL_TOKEN_MADE" });
  return token.id;
}

function requireCounting(asked: readonly string[], counting: readonly string[]): void {
  const problems = asked.flatMap((scope, index) =>
    counting.includes(scope)
      ? []
      : [
          {
            path: `scopes.${index}`,
            code: "OWNERS_ONLY",
            message: "is for people who own every organization that they belong to",
          },
        ],
  );
  if (problems.length > 0) throw new InvalidInput(problems);
}
