import { readEnv, readShellConfig, type Env, type ShellConfig } from "@tidbok/service";

export type Config = ShellConfig & {
  /** A JWK set of private ES256 keys; the first signs access tokens. Read again when the file changes. */
  readonly tokenKeys: string;
  readonly tokenKeysFile: string;
  /** Where one may log in with an account elsewhere; empty where nowhere. */
  readonly providersFile: string;
  /** The secret of the codes in mailed links and of cursors. */
  readonly linkSecret: string;
  /** How long an answer takes at least that must not tell whether an address is known. */
  readonly steadyMilliseconds: number;
  /** For how many days an unverified sign-up is stored. */
  readonly unverifiedDays: number;
  /** For how many days a session or an open invitation is kept after its end. */
  readonly endedDays: number;
  /** For how many days an account that was closed can still be opened again. */
  readonly closingDays: number;
};

export const readConfig = (env: Env): Config =>
  readEnv(env, (from) => ({
    ...readShellConfig(from, 4001),
    tokenKeys: from.file("TOKEN_KEYS_FILE"),
    tokenKeysFile: from.path("TOKEN_KEYS_FILE"),
    providersFile: from.path("LOG_IN_PROVIDERS_FILE", ""),
    linkSecret: from.file("LINK_SECRET_FILE"),
    steadyMilliseconds: from.integer("STEADY_MILLISECONDS", 250),
    unverifiedDays: from.integer("UNVERIFIED_DAYS", 7),
    endedDays: from.integer("ENDED_DAYS", 30),
    closingDays: from.integer("CLOSING_DAYS", 30),
  }));
