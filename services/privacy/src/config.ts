import { readEnv, readShellConfig, type Env, type ShellConfig } from "@tidbok/service";

export type Config = ShellConfig & {
  /** The composed supergraph, of which the list of collected data is made. */
  readonly supergraphFile: string;
};

export const readConfig = (env: Env): Config =>
  readEnv(env, (from) => ({
    ...readShellConfig(from, 4005),
    supergraphFile: from.path("SUPERGRAPH_FILE"),
  }));
