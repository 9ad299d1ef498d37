import { setTimeout as sleep } from "node:timers/promises";
import closeWithGrace from "close-with-grace";
import { createLogger, type Logger } from "./create-logger.ts";
import { startFailure } from "./start-failure.ts";

/** A program of the platform: how it reads its environment, and what it then starts. */
export type Program<Config extends ProgramConfig> = {
  readonly name: string;
  readonly readConfig: (env: NodeJS.ProcessEnv) => Config;
  readonly createServer: (config: Config, log: Logger) => Promise<Part>;
};

type ProgramConfig = { readonly logLevel: string; readonly drainSeconds: number };

type Part = { start(): Promise<void>; drain(): void; stop(): Promise<void> };

const stopsWithinMs = 20_000;

/**
 * Starts a program and ends it in order on SIGINT, SIGTERM or an unhandled error, within 20 seconds. After SIGTERM it first
 * serves for `drainSeconds` without being ready, so that no request fails behind a load balancer; Ctrl-C does not wait. A
 * start that fails writes one line to stderr and exits with 1.
 */
export async function run<Config extends ProgramConfig>(
  process: NodeJS.Process,
  { name, readConfig, createServer }: Program<Config>,
): Promise<void> {
  let isStopping = false;
  try {
    const config = readConfig(process.env);
    const log = createLogger(name, { level: config.logLevel });
    const part = await createServer(config, log);
    const drainMs = config.drainSeconds * 1000;
    closeWithGrace({ delay: drainMs + stopsWithinMs, logger: false }, async ({ signal, err }) => {
      isStopping = true;
      if (err) log.fatal({ err }, "an error nobody handled");
      else log.info({ signal }, "stopping");
      if (signal === "SIGTERM") {
        part.drain();
        await sleep(drainMs);
      }
      await part.stop();
    });
    await part.start();
  } catch (error) {
    if (isStopping) return;
    process.stderr.write(`${startFailure(name, error)}\n`);
    process.exit(1);
  }
}
