import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { RateLimited } from "../../meeting-types/domain/slot-errors.ts";

/** Counts the attempts of visitors in the database, so that all instances count together. */
export type VisitorLimits = {
  /** Counts an attempt. Throws RateLimited after too many from this network, in all or for this meeting type. */
  take(attempt: { readonly network: string; readonly meetingTypeId: string }): Promise<void>;
};

// A network may hold 255 households or a whole office, so both limits are wide: many times what one person needs, but
// far less than it takes to fill a calendar.
const duration = 900;
const ofNetwork = 120;
const ofMeetingType = 40;

/** Limits in the table `rate_limit`. `pool` is the service's own; a network is a fingerprint. */
export function createVisitorLimits(pool: object): VisitorLimits {
  const limiterOf = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      tableName: "rate_limit",
      tableCreated: true,
      clearExpiredByTimeout: true,
      keyPrefix,
      points,
      duration,
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

async function count(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    // The library throws its result at the limit, and an Error when it failed.
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new RateLimited(Math.max(1, Math.ceil(error.msBeforeNext / 1_000)));
  }
}
