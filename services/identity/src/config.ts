import { readEnv, readShellConfig, type Env, type ShellConfig } from "@tidbok/service";
import type { JWK } from "jose";

export type Config = ShellConfig & {
  /** The private key (JWK) that signs access tokens: the first of the set. The others are still believed at the gateway. */
  readonly tokenKey: JWK;
  /** The secret of the codes in mailed links and of cursors. */
  readonly linkSecret: string;
  /** For how many days a sign-up is kept that nobody verifies. */
  readonly unverifiedDays: number;
  /** For how many days a session or an open invitation is kept after its end. */
  readonly endedDays: number;
};

export const readConfig = (env: Env): Config =>
  readEnv(env, (from) => ({
    ...readShellConfig(from, 4001),
    tokenKey: firstKey(from.file("TOKEN_KEYS_FILE")),
    linkSecret: from.file("LINK_SECRET_FILE"),
    unverifiedDays: from.integer("UNVERIFIED_DAYS", 7),
    endedDays: from.integer("ENDED_DAYS", 30),
  }));

// A missing file is already noted by the reader; here it only must not hide the other mistakes.
function firstKey(text: string | undefined): JWK {
  const [first] = text === undefined ? [] : (JSON.parse(text) as { keys: readonly JWK[] }).keys;
  return first ?? {};
}
