import type { Instant } from "@tidbok/domain";
import type { Logger } from "../create-logger.ts";
import type { OutageCheck } from "../store/create-outage-check.ts";

const shortestRest = 60_000;
const longestRest = 60 * 60_000;

// Few enough that a round is short; what is left comes in the next one at once.
const batch = 20;

/** What a sweep works with: the time of the round, and where it says what went wrong. */
type Round = { readonly now: Instant; readonly log: Logger };

/** The rows that a round may process. */
export type DueQuery = {
  readonly now: Instant;
  /** Rows to leave out, because they failed lately. */
  readonly but: readonly string[];
  readonly limit: number;
};

/**
 * A sweep over rows that are due, each by itself: a row that fails delays no other. It is logged by its id and rests
 * for a minute, then for two, and so on up to an hour; a restart of the process ends its rest. The result processes one
 * batch and returns whether there was a row, as a service's rounds want it. Throws where a database is away, because
 * that is not the row's fault.
 */
export function createSweep<Context extends Round>({
  name,
  findDue,
  processRow,
}: {
  /** What is done, as the log says it. */
  readonly name: string;
  readonly findDue: (context: Context, query: DueQuery) => Promise<readonly string[]>;
  /** Does what is due, whole or not at all; false where nothing had to be done any more. */
  readonly processRow: (context: Context, id: string) => Promise<boolean>;
}): (context: Context, isOutage: OutageCheck) => Promise<boolean> {
  type Sweeping = { readonly context: Context; readonly isOutage: OutageCheck };
  const resting = new Map<string, { readonly failures: number; readonly until: Instant }>();

  async function attempt(id: string, { context, isOutage }: Sweeping): Promise<boolean> {
    try {
      const isDone = await processRow(context, id);
      resting.delete(id);
      return isDone;
    } catch (error) {
      // A row that another transaction holds, or that takes too long, delays itself alone.
      if (await isOutage(error)) throw error;
      const failures = (resting.get(id)?.failures ?? 0) + 1;
      const rest = Math.min(longestRest, shortestRest * 2 ** (failures - 1));
      resting.set(id, { failures, until: context.now + rest });
      context.log.error(
        { id, operation: name, attempts: failures, err: error },
        "a row of a sweep failed",
      );
      return false;
    }
  }

  async function sweep(sweeping: Sweeping): Promise<boolean> {
    const { context } = sweeping;
    const { now, log } = context;
    const but = [...resting].filter(([, { until }]) => until > now).map(([id]) => id);
    const ids = await findDue(context, { now, but, limit: batch });
    let count = 0;
    for (const id of ids) if (await attempt(id, sweeping)) count += 1;
    if (count > 0) log.info({ operation: name, count }, "rows of a sweep are processed");
    return ids.length > 0;
  }

  return (context, isOutage) =>
    sweep({ context, isOutage }).catch((error: unknown) => {
      // What repeats the work logs the error as well, and does not know whose it is.
      context.log.warn({ operation: name, err: error }, "a sweep broke off");
      throw error;
    });
}
