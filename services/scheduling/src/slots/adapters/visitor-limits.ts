import { RateLimiterPostgres } from "rate-limiter-flexible";
import { unknownNetwork } from "../domain/visitor.ts";
import { RateLimited } from "../../meeting-types/domain/slot-errors.ts";

/** Counts the attempts of visitors in the database, so that all instances count together. */
export type VisitorLimits = {
  /** Counts an attempt at slots. Throws RateLimited after too many from this network, in all or for this meeting type. */
  take(attempt: {
    readonly network: string;
    readonly meetingTypeId: string;
    readonly slots: number;
  }): Promise<void>;
};

// A network may hold 255 households or a whole office, so both limits are wide: many times what one person needs, but
// far less than it takes to fill a calendar.
const duration = 900;
const ofNetwork = 120;
const ofMeetingType = 40;
// Unknown networks may be all of an intranet.
const unknownNetworks = 10;

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
  const limitersFor = (networks: number) => ({
    network: limiterOf("network", ofNetwork * networks),
    meetingType: limiterOf("network-type", ofMeetingType * networks),
  });
  const [known, unknown] = [limitersFor(1), limitersFor(unknownNetworks)];
  return {
    take: async ({ network, meetingTypeId, slots }) => {
      const limiters = network === unknownNetwork ? unknown : known;
      await count(limiters.network, { key: network, slots });
      await count(limiters.meetingType, { key: `${network} ${meetingTypeId}`, slots });
    },
  };
}

// One statement counts and tells how much was counted before, so attempts at once count all. An attempt that begins
// within the limit may go beyond it: a series may be longer than what is left.
async function count(
  limiter: RateLimiterPostgres,
  { key, slots }: { readonly key: string; readonly slots: number },
): Promise<void> {
  const { consumedPoints, msBeforeNext } = await limiter.penalty(key, slots);
  if (consumedPoints - slots < limiter.points) return;
  throw new RateLimited(Math.max(1, Math.ceil(msBeforeNext / 1_000)));
}
