import closeWithGrace from "close-with-grace";
import type { Logger } from "./create-logger.ts";

/** Starts a process and ends it in order on SIGINT, SIGTERM or an unhandled error, within 20 seconds. */
export async function run(
  part: { start(): Promise<void>; stop(): Promise<void> },
  log: Logger,
): Promise<void> {
  closeWithGrace({ delay: 20_000, logger: false }, async ({ signal, err }) => {
    if (err) log.fatal({ err }, "an error nobody handled");
    else log.info({ signal }, "stopping");
    await part.stop();
  });
  await part.start();
}
