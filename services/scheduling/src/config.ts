import { readEnv, readShellConfig, type Env, type ShellConfig } from "@tidbok/service";

export type Config = ShellConfig & {
  /** A JWK set of private EdDSA keys; the first signs manage links. */
  readonly manageLinkKeys: string;
  /** For how long a request for a slot waits for its turn, before it is told that the service is busy. */
  readonly longestLineSeconds: number;
};

export const readConfig = (env: Env): Config =>
  readEnv(env, (from) => ({
    ...readShellConfig(from, 4002),
    manageLinkKeys: from.file("MANAGE_LINK_KEYS_FILE"),
    longestLineSeconds: from.integer("LONGEST_LINE_SECONDS", 4),
  }));
