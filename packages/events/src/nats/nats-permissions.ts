import { serviceNames, type ServiceName } from "@tidbok/domain";
import { gatewaySubscriptions } from "./gateway-subscriptions.ts";
import { hears, streamOf } from "./topology.ts";

/** All users of NATS. `admin` provisions and does nothing else. */
export const natsUsers = [...serviceNames, "gateway", "admin"] as const;

/** One of the users of NATS. */
export type NatsUser = (typeof natsUsers)[number];

/** What a user may do; the server refuses everything else. */
export type NatsPermissions = {
  readonly publish: readonly string[];
  /** A subject, or a subject and a queue group parted by a space. */
  readonly subscribe: readonly string[];
  /** How long the user may reply to a question, once; omitted for users that never reply. */
  readonly replyWithinSeconds?: number;
};

/**
 * Where users find JetStream's requests. The server answers `$JS.API.` itself in each account, and says there that the
 * account has no streams.
 */
export const apiPrefix = "streams.API";

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
    subscribe: [`ask.*.* ${answerQueue}`, ...gatewaySubscriptions.map(({ event }) => event.type)],
    replyWithinSeconds: 30,
  },
  admin: {
    // Provisioning creates and inspects; it neither reads, deletes nor purges.
    publish: [
      `${apiPrefix}.INFO`,
      `${apiPrefix}.STREAM.CREATE.*`,
      `${apiPrefix}.STREAM.UPDATE.*`,
      `${apiPrefix}.STREAM.INFO.*`,
      `${apiPrefix}.CONSUMER.CREATE.>`,
      `${apiPrefix}.CONSUMER.DURABLE.CREATE.>`,
      `${apiPrefix}.CONSUMER.INFO.*.*`,
    ],
    subscribe: [inboxOf("admin")],
  },
};

/** The prefix of a user's inboxes: its own, so that no user can read another's replies. */
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
          `${apiPrefix}.CONSUMER.INFO.${stream}.${service}`,
          `${apiPrefix}.CONSUMER.MSG.NEXT.${stream}.${service}`,
          `$JS.ACK.${stream}.${service}.>`,
        ]),
    ],
    subscribe: [inboxOf(service)],
  };
}
