import { connectNats, gatewayHears, startAnswering, type Nats } from "@tidbok/events";
import type { Logger } from "@tidbok/service";
import type { SessionLookup } from "../authenticate/create-session-lookup.ts";
import type { Config } from "../config.ts";
import type { GraphServers } from "../create-graph-servers.ts";
import { createAnswer } from "./create-answer.ts";
import type { RegisteredOperations } from "./load-registered-operations.ts";

/** The gateway's side of NATS: it answers our services, and hears of sessions that end. */
export type Answering = { start(): void; stop(): Promise<void> };
