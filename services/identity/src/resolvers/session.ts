import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { Session as Row } from "../sessions/domain/session.ts";

export const Session: Resolvers<Context>["Session"] = {
  isCurrent: ({ id }: Row, _, { caller }) => caller.kind === "account" && caller.sessionId === id,
};
