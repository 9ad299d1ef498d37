import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { Proposal as Row } from "../proposals/domain/proposal.ts";

export const Proposal: Resolvers<Context>["Proposal"] = {
  startsAt: ({ starts }: Row) => starts,
};
