import closeWithGrace from "close-with-grace";
import { createLogger, type Logger } from "./create-logger.ts";
import { startFailure } from "./start-failure.ts";

/** A program of the platform: how it reads its environment, and what it then starts. */
export type Program<Config extends { readonly logLevel: string }> = {
  readonly name: string;
  readonly readConfig: (env: NodeJS.ProcessEnv) => Config;
  readonly createServer: (config: Config, log: Logger) => Promise<Part>;
};

type Part = { start(): Promise<void>; stop(): Promise<void> };

/**
 * Starts a program and ends it in order on SIGINT, SIGTERM or an unhandled error, within 20 seconds. A start that fails
 * writes one line to stderr and exits with 1.
 */
export async function run<Config extends { readonly logLevel: string }>(
  process: NodeJS.Process,
  { name, readConfig, createServer }: Program<Config>,
): Promise<void> {
  let isStopping = false;
  try {
    const config = readConfig(process.env);
    const log = createLogger(name, { level: config.logLevel });
    const part = await createServer(config, log);
    closeWithGrace({ delay: 20_000, logger: false }, async ({ signal, err }) => {
      isStopping = true;
      if (err) log.fatal({ err }, "an error nobody handled");
      else log.info({ signal }, "stopping");
      await part.stop();
    });
    await part.start();
  } catch (error) {
    if (isStopping) return;
    process.stderr.write(`${startFailure(name, error)}\n`);
    process.exit(1);
  }
}
