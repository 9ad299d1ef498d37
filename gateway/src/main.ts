import { run } from "@tidbok/service";
import { readConfig } from "./config.ts";
import { createServer } from "./server.ts";

// The federation library reports deployment metrics to its vendor unless told otherwise. The
// gateway calls our own parts only.
process.env["APOLLO_TELEMETRY_DISABLED"] = "1";

await run(process, { name: "gateway", readConfig, createServer });
