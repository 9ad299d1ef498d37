import { NotFound, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

const schema = z.strictObject({
  provider: z.string().max(40, "must have 40 characters at most"),
});

/** The address where the caller's browser links an account at a provider, within ten minutes and in this session. */
export async function requestProviderLink(
  { caller, providers, now }: Context,
  given: unknown,
): Promise<{ readonly url: string }> {
  const { sessionId } = requireFreshAccount(caller);
  const { provider } = validate(schema, given);
  if (!providers.list.some(({ id }) => id === provider)) throw new NotFound("provider");
  return { url: providers.attempts.linkUrl({ provider, sessionId }, now) };
}
