import { createLogger, run } from "@tidbok/service";
import { readConfig } from "./config.ts";
import { createServer } from "./server.ts";

// The federation library reports deployment metrics to its vendor unless told otherwise. The
// gateway calls our own parts only.
process.env["APOLLO_TELEMETRY_DISABLED"] = "1";

const config = readConfig(process.env);
const log = createLogger("gateway", { level: config.logLevel });
await run(await createServer(config, log), log);
