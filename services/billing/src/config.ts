import { readEnv, readShellConfig, type Env, type ShellConfig } from "@tidbok/service";

export type Config = ShellConfig;

export const readConfig = (env: Env): Config =>
  readEnv(env, (from) => ({ ...readShellConfig(from, 4003) }));
