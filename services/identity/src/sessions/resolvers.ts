import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { endOtherSessions } from "./actions/end-other-sessions.ts";
import { endSession } from "./actions/end-session.ts";
import { findSessionCaller, findAccountCaller } from "./actions/find-caller.ts";
import { listSessions } from "./actions/list-sessions.ts";
import { refreshSession } from "./actions/refresh-session.ts";
import type { Session as SessionRow } from "./domain/session.ts";

export const resolvers: Resolvers<Context> = {
  Query: {
    sessions: (_, page, context) => listSessions(context, page),
    sessionCaller: (_, { input }, context) => findSessionCaller(context, input),
    accountCaller: (_, ids, context) => findAccountCaller(context, ids),
  },
  Mutation: {
    refreshSession: (_, { input }, context) => refreshSession(context, input),
    endSession: (_, { input }, context) => endSession(context, input),
    endOtherSessions: async (_, __, context) => ({ session: await endOtherSessions(context) }),
  },
  Session: {
    isCurrent: ({ id }: SessionRow, _, { caller }) =>
      caller.kind === "account" && caller.sessionId === id,
  },
};
