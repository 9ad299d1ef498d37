import { z } from "zod";
import type { AskService } from "../ask/create-ask-service.ts";
import { createMemory } from "./create-memory.ts";
import { membershipsAnswer } from "./memberships-answer.ts";

const instant = z.iso.datetime().transform((text) => Date.parse(text));

const sessionAnswer = z.object({
  accountId: z.string(),
  sessionId: z.string(),
  /** When the person last proved their identity, in milliseconds since 1970. */
  authenticatedAt: instant,
  memberships: membershipsAnswer,
  /** Whether it is a support agent's session. */
  isStaff: z.boolean(),
  /** The one person that the agent may look at, and until when. */
  support: z
    .object({ supportAccessId: z.string(), subjectId: z.string(), expiresAt: instant })
    .nullable(),
});

/** A session that is alive: its account, since when, and what its person may do where. */
export type LiveSession = Readonly<z.output<typeof sessionAnswer>>;

/** Looks sessions up at identity, and remembers them for half a minute. */
export type SessionLookup = {
  byCookie(token: string, requestId: string): Promise<LiveSession | null>;
  byAccessToken(
    token: { accountId: string; sessionId: string },
    requestId: string,
  ): Promise<LiveSession | null>;
  /** Forgets what is known of an account, because it changed. */
  forget(accountId: string): void;
  /** Forgets everything, because changes may have been missed. */
  forgetAll(): void;
};

/** A lookup with a memory of 30 seconds, which events about the account cut short. */
export function createSessionLookup(ask: AskService): SessionLookup {
  const memory = createMemory<LiveSession>(({ accountId }) => [accountId]);
  const answer = sessionAnswer;
  return {
    byCookie: (token, requestId) =>
      memory.recall(`cookie ${token}`, () =>
        ask({ operation: "identity.SessionCaller", variables: { token }, answer }, requestId),
      ),
    byAccessToken: ({ accountId, sessionId }, requestId) => {
      const variables = { accountId, sessionId };
      return memory.recall(`session ${sessionId} ${accountId}`, () =>
        ask({ operation: "identity.AccountCaller", variables, answer }, requestId),
      );
    },
    forget: memory.forget,
    forgetAll: memory.forgetAll,
  };
}
