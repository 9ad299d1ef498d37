import type { Caller, ServiceName } from "@tidbok/domain";
import { asker, type Answer } from "./asker.ts";
import { serviceEnv } from "./service-env.ts";
import { testDatabase, type TestDatabase } from "./test-database.ts";
import type { TestNats } from "./test-nats.ts";

/** The part of a service that this package needs; a test gets the whole of it back. */
type Stoppable = { readonly app: Parameters<typeof asker>[0]; stop(): Promise<unknown> };

/** Another process of the same installation, which shares the database, the configuration or both. */
export type Beside<Config> = {
  readonly database?: TestDatabase | undefined;
  readonly config?: Config | undefined;
  readonly nats?: TestNats | undefined;
};

type ServiceUnderTest<Config, Service> = Beside<Config> & {
  readonly name: ServiceName;
  /** The service's own two functions; this package imports no service. */
  readonly readConfig: (env: Record<string, string>) => Config;
  readonly createServer: (
    config: Config,
    options: { readonly clock: () => number },
  ) => Promise<Service>;
  /** What the service's configuration reads beyond `serviceEnv`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where its clock stands until the test turns it. */
  readonly now: number;
};

/**
 * Makes a service on a database of its own, asked as the gateway asks, with a clock that the test turns. It does not
 * start the service's background work. `stop` takes the database away unless it was another's.
 */
export async function startService<Config, Service extends Stoppable>({
  name,
  readConfig,
  createServer,
  now,
  ...options
}: ServiceUnderTest<Config, Service>) {
  const database = options.database ?? (await testDatabase(name));
  const { nats } = options;
  const env = { ...serviceEnv(name, { database, ...(nats && { nats }) }), ...options.env };
  const clock = { now };
  const config = options.config ?? readConfig(env);
  const service = await createServer(config, { clock: () => clock.now });
  const ask = asker(service.app, name);
  return {
    service,
    clock,
    /** What another process of the same installation is started with. */
    env,
    config,
    database,
    ask,
    /** The rows of the service's database that the query finds, past the service. */
    sql: async (text: string, values: unknown[] = []) =>
      (await database.pool.query(text, values)).rows,
    /** The same of the keys database. */
    keys: async (text: string, values: unknown[] = []) =>
      (await database.keysPool.query(text, values)).rows,
    /** The data; fails the test with the errors where there are any. */
    data: async (
      caller: Caller,
      query: string,
      variables?: Record<string, unknown>,
    ): Promise<Answer["data"]> => {
      const answer = await ask(caller, { query, ...(variables && { variables }) });
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.data;
    },
    stop: async () => {
      await service.stop();
      if (!options.database) await database.drop();
    },
  };
}
