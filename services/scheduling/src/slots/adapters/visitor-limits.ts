import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { RateLimited } from "../domain/rate-limited.ts";

/** Counts what visitors do, in the database, so that all instances count together. */
export type VisitorLimits = {
  /** Counts an attempt; throws RateLimited when there were too many from this network, or of this meeting type. */
  take(attempt: { readonly network: string; readonly meetingTypeId: string }): Promise<void>;
};

// A network has up to 255 households and whole offices in it, so both are wide: what one person needs many
// times over, and far less than it takes to fill a calendar.
const duration = 900;
const ofNetwork = 120;
const ofMeetingType = 40;

/** Limits over the table `rate_limit`. `pool` is the service's own; networks are known by fingerprints alone. */
export function createVisitorLimits(pool: object): VisitorLimits {
  const limiterOf = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      tableName: "rate_limit",
      tableCreated: true,
      clearExpiredByTimeout: true,
      ...{ keyPrefix, points, duration },
    });
  const network = limiterOf("network", ofNetwork);
  const meetingType = limiterOf("network-type", ofMeetingType);
  return {
    take: async (attempt) => {
      await count(network, attempt.network);
      await count(meetingType, `${attempt.network} ${attempt.meetingTypeId}`);
    },
  };
}

async function count(limiter: RateLimiterPostgres, who: string): Promise<void> {
  try {
    await limiter.consume(who);
  } catch (error) {
    // The library throws its result where the limit is reached, and an Error where it failed.
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new RateLimited(Math.max(1, Math.ceil(error.msBeforeNext / 1_000)));
  }
}
