import { NotFound, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

const schema = z.strictObject({
  provider: z.string().max(40, "must have 40 characters at most"),
});

/** Where the caller's browser goes to link an account elsewhere, within ten minutes and in this very session. */
export async function requestProviderLink(
  { caller, providers, now }: Context,
  given: unknown,
): Promise<{ readonly url: string }> {
  const { sessionId } = requireFreshAccount(caller);
  const { provider } = validate(schema, given);
  if (!providers.list.some(({ id }) => id === provider)) throw new NotFound("provider");
  return { url: providers.attempts.linkUrl({ provider, sessionId }, now) };
}
