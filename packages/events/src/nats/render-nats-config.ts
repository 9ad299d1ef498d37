import { gatewaySubscriptions } from "./gateway-subscriptions.ts";
import {
  apiPrefix,
  natsPermissions,
  natsUsers,
  type NatsPermissions,
  type NatsUser,
} from "./nats-permissions.ts";

/** The public half of every user's NKEY; the seeds stay with the users. */
export type NatsPublicKeys = Readonly<Record<NatsUser, string>>;

/** Where a server listens and stores, and which users it lets in. */
export type NatsServerOptions = {
  readonly publicKeys: NatsPublicKeys;
  readonly port: number;
  /** Unless told, 127.0.0.1. */
  readonly host?: string;
  readonly storeDir: string;
  readonly jetstream?: {
    /** Upper bound of all streams on disk; unless told, 2 GiB. */
    readonly maxFileBytes?: number;
    /** Unless told, 64 MiB; no stream of ours lives in memory. */
    readonly maxMemoryBytes?: number;
    /**
     * `always` unless told: an acknowledged event is on disk. The server's own two minutes lost
     * acknowledged messages in public tests.
     */
    readonly sync?: "always" | `${number}s`;
  };
  /** Where the server tells its metrics and health; nowhere unless told. */
  readonly monitorPort?: number;
};

/** The configuration file of one nats-server: JetStream on file, and every user with its permissions. */
export function renderNatsConfig(options: NatsServerOptions): string {
  const { publicKeys, port, host = "127.0.0.1", storeDir, jetstream = {}, monitorPort } = options;
  const { maxFileBytes = 2 ** 31, maxMemoryBytes = 2 ** 26, sync = "always" } = jetstream;
  return [
    "# Made by renderNatsConfig of packages/events; do not edit.",
    `listen: ${quote(`${host}:${port}`)}`,
    ...(monitorPort ? [`http: ${quote(`${host}:${monitorPort}`)}`] : []),
    "jetstream {",
    `  store_dir: ${quote(storeDir)}`,
    `  max_file_store: ${maxFileBytes}`,
    `  max_memory_store: ${maxMemoryBytes}`,
    `  sync_interval: ${sync}`,
    "}",
    renderNatsUsers(publicKeys),
  ].join("\n");
}

/**
 * The accounts, with each user and its permissions, to be included in a server's own configuration. Streams lie in an
 * account without users, and each user is alone in its own: between accounts nothing passes but what the user may
 * publish or subscribe to. A reply, whatever subject a request names for it, arrives in the account that asked.
 */
export function renderNatsUsers(publicKeys: NatsPublicKeys): string {
  const exported = natsUsers.flatMap((user) => routesOf(user).map((route) => ({ ...route, user })));
  const accounts = [streamsAccount, ...natsUsers].map((account) => {
    const exports = exported.filter(({ from }) => from === account);
    const user = natsUsers.find((name) => name === account);
    return [
      `  ${account} {`,
      ...(user ? [] : ["    jetstream: enabled"]),
      ...(user ? [`    users: [${renderUser(user, publicKeys[user])}]`] : []),
      ...renderList("exports", exports.map(renderExport)),
      ...renderList("imports", user ? routesOf(user).map(renderImport) : []),
      "  }",
    ].join("\n");
  });
  return ["accounts {", ...accounts, "}", ""].join("\n");
}

/** The account of JetStream. An installation that holds its streams in another account must move them. */
export const streamsAccount = "streams";

/** A subject that crosses from one account to another. */
type Route = {
  readonly kind: "service" | "stream";
  readonly subject: string;
  /** The account that takes the requests, or from which the messages come. */
  readonly from: NatsUser | typeof streamsAccount;
};

/** All that a user may publish leaves its account, and all that it may subscribe to comes in, its inbox aside. */
function routesOf(user: NatsUser): readonly Route[] {
  const { publish, subscribe } = natsPermissions[user];
  // An event comes from the account of the service that tells it.
  const events = gatewaySubscriptions
    .map(({ event }) => event)
    .filter(({ type }) => subscribe.includes(type));
  return [
    ...publish.map((subject): Route => {
      const from = subject.startsWith("ask.") ? "gateway" : streamsAccount;
      return { kind: "service", subject, from };
    }),
    ...events.map(({ type, service }): Route => ({ kind: "stream", subject: type, from: service })),
  ];
}

function renderExport({ kind, subject, user }: Route & { readonly user: NatsUser }): string {
  // A pull is answered by each message that it gets; every other request is answered once.
  const answers = subject.startsWith(`${apiPrefix}.CONSUMER.MSG.NEXT.`)
    ? ", response_type: stream"
    : "";
  return `{ ${kind}: ${quote(nameInside(subject))}, accounts: [${user}]${answers} }`;
}

function renderImport({ kind, subject, from }: Route): string {
  const to = subject === nameInside(subject) ? "" : `, to: ${quote(subject)}`;
  return `{ ${kind}: { account: ${from}, subject: ${quote(nameInside(subject))} }${to} }`;
}

// What users call `streams.API.` is `$JS.API.` in the account of the streams.
function nameInside(subject: string): string {
  return subject.startsWith(`${apiPrefix}.`)
    ? `$JS.API${subject.slice(apiPrefix.length)}`
    : subject;
}

function renderList(name: string, items: readonly string[]): readonly string[] {
  return items.length > 0
    ? [`    ${name}: [`, ...items.map((item) => `      ${item}`), "    ]"]
    : [];
}

function renderUser(user: NatsUser, publicKey: string): string {
  const permissions = renderPermissions(natsPermissions[user]);
  return [
    `{ nkey: ${quote(publicKey)}, permissions: {`,
    ...permissions.map((line) => `      ${line}`),
    "    } }",
  ].join("\n");
}

function renderPermissions(permissions: NatsPermissions): readonly string[] {
  const { publish, subscribe, replyWithinSeconds } = permissions;
  return [
    // An empty list would allow everything, and no list with allow_responses means: only replies.
    ...(publish.length > 0 ? [`publish: { allow: [${publish.map(quote).join(", ")}] }`] : []),
    `subscribe: { allow: [${subscribe.map(quote).join(", ")}] }`,
    ...(replyWithinSeconds
      ? [`allow_responses: { max: 1, expires: ${quote(`${replyWithinSeconds}s`)} }`]
      : []),
  ];
}

function quote(text: string): string {
  return JSON.stringify(text);
}
