import { connectNats, provision } from "@tidbok/events";
import type { Log } from "@tidbok/events";
import { PlainFailure } from "../plain-failure.ts";

/** Makes the streams and consumers as the admin, and leaves. May be repeated. */
export async function provisionStreams(url: string, adminSeedFile: string): Promise<void> {
  const log = quietLog;
  const nats = await connectNats({ servers: url, seedFile: adminSeedFile, name: "admin", log });
  try {
    await provision({ nats, log });
  } catch (error) {
    throw new PlainFailure(`NATS's streams could not be made: ${(error as Error).message}`);
  } finally {
    await nats.stop();
  }
}

const silent = () => undefined;
const quietLog: Log = {
  debug: silent,
  info: silent,
  warn: (...args: unknown[]) => console.warn(...args),
  error: (...args: unknown[]) => console.error(...args),
};
