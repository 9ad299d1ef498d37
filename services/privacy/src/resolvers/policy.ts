import type { Resolvers } from "@tidbok/service";
import { findPolicyById } from "../actions/find-policy-by-id.ts";
import { readWords } from "../actions/read-words.ts";
import type { Context } from "../context.ts";
import type { Policy as Row } from "../domain/policy.ts";

type Args = { readonly locale?: string | null };

export const Policy: Resolvers<Context>["Policy"] = {
  __resolveReference: ({ id }: { readonly id: string }, context) => findPolicyById(context, id),
  locales: ({ texts }: Row) => texts.map(({ locale }) => locale),
  title: (policy: Row, { locale }: Args) => readWords(policy, locale).title,
  text: (policy: Row, { locale }: Args) => readWords(policy, locale).text,
};
