import { createLogger, run } from "@tidbok/service";
import { readConfig } from "./config.ts";
import { createServer } from "./server.ts";

const config = readConfig(process.env);
await run(await createServer(config), createLogger("privacy", { level: config.logLevel }));
