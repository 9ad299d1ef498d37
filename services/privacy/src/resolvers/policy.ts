import { input, validate } from "@tidbok/domain";
import type { Resolvers } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../context.ts";
import type { Policy as Row } from "../domain/policy.ts";

const wanted = z.object({ locale: input.locale });

export const Policy: Resolvers<Context>["Policy"] = {
  title: ({ wordings }: Row, args: unknown) => wordings[validate(wanted, args).locale].title,
  markdown: ({ wordings }: Row, args: unknown) => wordings[validate(wanted, args).locale].markdown,
};
