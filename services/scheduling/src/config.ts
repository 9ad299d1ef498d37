import { readEnv, readShellConfig, type Env, type ShellConfig } from "@tidbok/service";

export type Config = ShellConfig & {
  /** A JWK set of private EdDSA keys; the first signs manage links. */
  readonly manageLinkKeys: string;
};

export const readConfig = (env: Env): Config =>
  readEnv(env, (from) => ({
    ...readShellConfig(from, 4002),
    manageLinkKeys: from.file("MANAGE_LINK_KEYS_FILE"),
  }));
