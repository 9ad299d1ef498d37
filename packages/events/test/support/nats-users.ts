import type { TestNats } from "@tidbok/testing";
import { connectNats, type Nats } from "../../src/nats/connect-nats.ts";
import type { NatsUser } from "../../src/nats/nats-permissions.ts";
import type { Log } from "../../src/nats/log.ts";

const silent = () => undefined;

/** A log that is thrown away. */
export const quiet: Log = { debug: silent, info: silent, warn: silent, error: silent };

/** A log that lets a test read its messages. */
export function keptLog(): Log & { readonly messages: string[] } {
  const messages: string[] = [];
  const keep = (_line: unknown, message?: string) => void messages.push(String(message));
  return { debug: silent, info: keep, warn: keep, error: keep, messages };
}

/** The users of one server; `stop` ends all connections that were made. */
export function natsUsersOf(server: TestNats) {
  const made: Nats[] = [];
  return {
    as: async (name: NatsUser, log: Log = quiet): Promise<Nats> => {
      const nats = await connectNats({
        servers: server.url,
        seedFile: server.seedFile(name),
        name,
        log,
      });
      made.push(nats);
      return nats;
    },
    stop: async () => {
      await Promise.all(made.map((nats) => nats.stop()));
    },
  };
}
