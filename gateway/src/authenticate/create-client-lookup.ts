import { purposeNamed, purposeNames } from "@tidbok/domain";
import { z } from "zod";
import type { AskService } from "../ask/create-ask-service.ts";
import { createMemory } from "./create-memory.ts";
import { membershipsAnswer } from "./memberships-answer.ts";

const clientAnswer = z.object({
  clientId: z.string(),
  accountId: z.string().nullable(),
  purpose: z.enum(purposeNames).transform(purposeNamed),
  /** The scopes that may still count; the token's own bound them. */
  scopes: z.array(z.string()),
  memberships: membershipsAnswer,
});

/** What an app's token stands for now. */
export type LiveClient = Readonly<z.output<typeof clientAnswer>>;

/** What an access token of an app names. */
export type ClientToken = {
  readonly clientId: string;
  readonly accountId: string | null;
  readonly grantId: string | null;
  /** The organization that an app's own token acts for. */
  readonly organizationId: string | null;
};

/** Looks up at identity what the tokens of apps and scripts stand for, and remembers it for half a minute. */
export type ClientLookup = {
  find(token: ClientToken, requestId: string): Promise<LiveClient | null>;
  /** What a personal token for scripts stands for. */
  byPersonalToken(token: string, requestId: string): Promise<LiveClient | null>;
  /** Forgets what is known of an app or of an account, because it changed. */
  forget(id: string): void;
  forgetAll(): void;
};

/** A lookup that events about the app and the person cut short. */
export function createClientLookup(ask: AskService): ClientLookup {
  const memory = createMemory<LiveClient>(({ clientId, accountId }) =>
    accountId === null ? [clientId] : [clientId, accountId],
  );
  const answer = clientAnswer;
  return {
    find: (token, requestId) => {
      const { clientId, accountId, grantId, organizationId } = token;
      return memory.recall(`${clientId} ${accountId} ${grantId} ${organizationId}`, () =>
        ask({ operation: "identity.ClientCaller", variables: token, answer }, requestId),
      );
    },
    byPersonalToken: (token, requestId) =>
      memory.recall(token, () =>
        ask({ operation: "identity.PersonalTokenCaller", variables: { token }, answer }, requestId),
      ),
    forget: memory.forget,
    forgetAll: memory.forgetAll,
  };
}
