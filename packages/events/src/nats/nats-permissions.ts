import { serviceNames, type ServiceName } from "@tidbok/domain";
import {
  AccessChanged,
  MemberJoined,
  MemberLeft,
  MemberRoleChanged,
  PersonalTokenEnded,
  SessionEnded,
  SupportAccessEnded,
} from "../catalogue/identity.ts";
import { hears, streamOf } from "./topology.ts";

/** Everybody who has an identity of their own on NATS. `admin` provisions and does nothing else. */
export const natsUsers = [...serviceNames, "gateway", "admin"] as const;

/** One of the identities on NATS. */
export type NatsUser = (typeof natsUsers)[number];

/** What a user may do; whatever is not named is refused by the server. */
export type NatsPermissions = {
  readonly publish: readonly string[];
  /** A subject, or a subject and a queue group parted by a space. */
  readonly subscribe: readonly string[];
  /** How long a question's asker may be answered, once; absent for who answers nobody. */
  readonly replyWithinSeconds?: number;
};

/** What the gateway hears of at once, without a stream, to drop what it remembers of a session. */
export const gatewayHears = [
  SessionEnded,
  MemberJoined,
  MemberRoleChanged,
  MemberLeft,
  AccessChanged,
  PersonalTokenEnded,
  SupportAccessEnded,
] as const;

/** The queue group in which gateways share the questions. */
export const answerQueue = "gateway";

/** The least that each user needs, for a local run and for production alike. */
export const natsPermissions: Readonly<Record<NatsUser, NatsPermissions>> = {
  identity: ofService("identity"),
  scheduling: ofService("scheduling"),
  billing: ofService("billing"),
  integrations: ofService("integrations"),
  privacy: ofService("privacy"),
  gateway: {
    publish: [],
    subscribe: [`ask.*.* ${answerQueue}`, ...gatewayHears.map(({ type }) => type)],
    replyWithinSeconds: 30,
  },
  admin: {
    // Neither reading, deleting nor purging: making and looking is all that provisioning needs.
    publish: [
      "$JS.API.INFO",
      "$JS.API.STREAM.CREATE.*",
      "$JS.API.STREAM.UPDATE.*",
      "$JS.API.STREAM.INFO.*",
      "$JS.API.CONSUMER.CREATE.>",
      "$JS.API.CONSUMER.DURABLE.CREATE.>",
      "$JS.API.CONSUMER.INFO.*.*",
    ],
    subscribe: [inboxOf("admin")],
  },
};

/** The prefix of a user's inboxes: its own, so that nobody can listen to another's replies. */
export function inboxPrefixOf(user: NatsUser): string {
  return `_INBOX_${user}`;
}

function inboxOf(user: NatsUser): string {
  return `${inboxPrefixOf(user)}.>`;
}

function ofService(service: ServiceName): NatsPermissions {
  return {
    publish: [
      `${service}.>`,
      `ask.${service}.*`,
      ...hears[service]
        .map(streamOf)
        .flatMap((stream) => [
          `$JS.API.CONSUMER.INFO.${stream}.${service}`,
          `$JS.API.CONSUMER.MSG.NEXT.${stream}.${service}`,
          `$JS.ACK.${stream}.${service}.>`,
        ]),
    ],
    subscribe: [inboxOf(service)],
  };
}
