import { run } from "@tidbok/service";
import { readConfig } from "./config.ts";
import { createServer } from "./server.ts";

await run(process, {
  name: "billing",
  readConfig,
  createServer: (config) => createServer(config),
});
