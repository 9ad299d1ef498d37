import { fileURLToPath } from "node:url";
import { readEnv, readShellConfig, type Env, type ShellConfig } from "@tidbok/service";

export type Config = ShellConfig & {
  /** The composed graph, of which `collectedData` is made. */
  readonly supergraphFile: string;
  /** A folder per version of the policy; a version that was published stays there as it is. */
  readonly policiesFolder: string;
};

const policies = fileURLToPath(new URL("../policies", import.meta.url));

export const readConfig = (env: Env): Config =>
  readEnv(env, (from) => ({
    ...readShellConfig(from, 4005),
    supergraphFile: from.path("SUPERGRAPH_FILE"),
    policiesFolder: from.text("POLICIES_FOLDER", policies),
  }));
