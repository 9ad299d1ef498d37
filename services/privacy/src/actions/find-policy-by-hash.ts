import { validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../context.ts";
import type { Policy } from "../domain/policy.ts";

const schema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/, "must be 64 lower-case hexadecimal digits"),
});

/** The version with this fingerprint of its English text, or null. */
export async function findPolicyByHash(context: Context, given: unknown): Promise<Policy | null> {
  const { hash } = validate(schema, given);
  return context.store.policies.findByHash(hash);
}
