import type { Instant } from "@tidbok/domain";
import type { Logger } from "../create-logger.ts";
import { isPassing } from "../store/run-transaction.ts";
import { isUnavailable } from "../store/is-unavailable.ts";

const shortestRest = 60_000;
const longestRest = 60 * 60_000;

// Few enough that a round is short; what is left comes in the next one at once.
const batch = 20;

/** What a sweep works with: the time of the round, and where it says what went wrong. */
type Round = { readonly now: Instant; readonly log: Logger };

/** Which rows a round may take up. */
export type DueAsked = {
  readonly now: Instant;
  /** Rows that failed lately, and rest. */
  readonly but: readonly string[];
  readonly limit: number;
};

/**
 * A sweep over rows that are due, each by itself: one that fails holds up no other. It is logged by its
 * id and rests for a minute, then for two, and so on up to an hour; a restart of the process ends its
 * rest. The result does one batch and says whether there was any, as `inBackground` wants it. A
 * database that is away is no row's fault: that is thrown.
 */
export function createSweep<Context extends Round>({
  name,
  findDue,
  settle,
}: {
  /** What is done, as the log says it. */
  readonly name: string;
  readonly findDue: (context: Context, asked: DueAsked) => Promise<readonly string[]>;
  /** Does what is due, whole or not at all; false where nothing had to be done any more. */
  readonly settle: (context: Context, id: string) => Promise<boolean>;
}): (context: Context) => Promise<boolean> {
  const resting = new Map<string, { readonly failures: number; readonly until: Instant }>();

  async function attempt(context: Context, id: string): Promise<boolean> {
    try {
      const isDone = await settle(context, id);
      resting.delete(id);
      return isDone;
    } catch (error) {
      // Whoever holds a row for long holds up that row alone.
      if (isUnavailable(error) && !isPassing(error)) throw error;
      const failures = (resting.get(id)?.failures ?? 0) + 1;
      const rest = Math.min(longestRest, shortestRest * 2 ** (failures - 1));
      resting.set(id, { failures, until: context.now + rest });
      context.log.error({ id, sweep: name, failures, err: error }, "a row of a sweep failed");
      return false;
    }
  }

  return async (context) => {
    const { now, log } = context;
    const but = [...resting].filter(([, { until }]) => until > now).map(([id]) => id);
    const ids = await findDue(context, { now, but, limit: batch });
    let count = 0;
    for (const id of ids) if (await attempt(context, id)) count += 1;
    if (count > 0) log.info({ sweep: name, count }, "rows of a sweep are settled");
    return ids.length > 0;
  };
}
