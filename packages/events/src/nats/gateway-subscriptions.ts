import type { z } from "zod";
import {
  AccessChanged,
  MemberJoined,
  MemberLeft,
  MemberRoleChanged,
  PersonalTokenEnded,
  SessionEnded,
  SupportAccessEnded,
} from "../catalogue/identity.ts";
import type { EventDefinition } from "../define/define-event.ts";

/** An event after which the gateway's memory of one id may be wrong. */
export type GatewaySubscription = {
  readonly event: EventDefinition;
  /** The id of the account, app or agent to forget; null where the data do not match the event's definition. */
  readonly forgets: (data: unknown) => string | null;
};

function subscription<Schema extends z.ZodType>(
  event: EventDefinition<Schema>,
  idOf: (data: z.output<Schema>) => string,
): GatewaySubscription {
  return {
    event,
    forgets: (data) => {
      const read = event.schema.safeParse(data);
      return read.success ? idOf(read.data) : null;
    },
  };
}

/**
 * The events that the gateway subscribes to without a stream, because it must forget at once what they change: every
 * session and app token that it remembers of the id (`memories` in gateway/src/server.ts).
 */
export const gatewaySubscriptions: readonly GatewaySubscription[] = [
  subscription(SessionEnded, ({ accountId }) => accountId),
  subscription(MemberJoined, ({ accountId }) => accountId),
  subscription(MemberRoleChanged, ({ accountId }) => accountId),
  subscription(MemberLeft, ({ accountId }) => accountId),
  subscription(PersonalTokenEnded, ({ accountId }) => accountId),
  // Without a person the change is about all people who use the app.
  subscription(AccessChanged, ({ accountId, appId }) => accountId ?? appId),
  // The access belongs to the agent's session, not to the person that the agent helps.
  subscription(SupportAccessEnded, ({ staffId }) => staffId),
];
