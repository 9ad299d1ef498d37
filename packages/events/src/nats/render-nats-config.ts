import {
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

/** The permissions of each user, to be included in a server's own configuration. */
export function renderNatsUsers(publicKeys: NatsPublicKeys): string {
  const users = natsUsers.map((user) => renderUser(user, publicKeys[user]));
  return ["authorization {", "  users = [", ...users, "  ]", "}", ""].join("\n");
}

function renderUser(user: NatsUser, publicKey: string): string {
  return [
    `    # ${user}`,
    `    { nkey: ${quote(publicKey)}, permissions: {`,
    ...renderPermissions(natsPermissions[user]).map((line) => `      ${line}`),
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
