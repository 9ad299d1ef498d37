import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { RateLimited } from "../domain/log-in-errors.ts";

/** Counts attempts, in the database, so that all instances count together. */
export type Limits = {
  /** Counts one; throws RateLimited when there were too many. */
  take(what: LimitName, key: string): Promise<void>;
  /** Counts one; false when there were too many. For where even the limit would tell something. */
  isWithin(what: LimitName, key: string): Promise<boolean>;
  /** Forgets what was counted. */
  clear(what: LimitName, key: string): Promise<void>;
};

const limits = {
  // For one account from one network, so that guesses from elsewhere do not lock the owner out …
  "log-in": { points: 10, duration: 900 },
  // … from everywhere together, so that many networks do not add up to many guesses …
  "log-in-account": { points: 50, duration: 3_600 },
  // … and one network for all accounts, so that one password is not tried on many.
  "log-in-network": { points: 100, duration: 900 },
  // What waits for a device to sign is a row each; these bound how many there can be.
  "passkey-network": { points: 100, duration: 900 },
  "passkey-account": { points: 30, duration: 900 },
  // Of a million codes three are right at a time: ten guesses in a quarter of an hour, fifty a day.
  code: { points: 10, duration: 900 },
  "code-day": { points: 50, duration: 86_400 },
  "recovery-code": { points: 20, duration: 3_600 },
  // An agent finds people by their address; no agent has that many tickets in an hour.
  "support-access": { points: 30, duration: 3_600 },
  "mail-network": { points: 30, duration: 3_600 },
  mail: { points: 5, duration: 3_600 },
  invitation: { points: 50, duration: 3_600 },
  // A request of an app or a device makes rows before any person is authenticated.
  "oauth-network": { points: 300, duration: 300 },
  // A code that a person types is short enough to be guessed with unlimited tries.
  "device-code-network": { points: 30, duration: 900 },
  // A second less than devices are told to wait, for the way to us is not always the same.
  "device-poll": { points: 1, duration: 4 },
} as const;

/** What is limited. */
export type LimitName = keyof typeof limits;

/** Limits over the table `rate_limit`. `pool` is the service's own; `key` must be an id or a fingerprint. */
export function createLimits(pool: object): Limits {
  const limiterOf = (name: LimitName) =>
    new RateLimiterPostgres({
      storeClient: pool,
      tableName: "rate_limit",
      tableCreated: true,
      clearExpiredByTimeout: true,
      keyPrefix: name,
      ...limits[name],
    });
  const names = Object.keys(limits) as LimitName[];
  const limiters = Object.fromEntries(names.map((name) => [name, limiterOf(name)])) as Readonly<
    Record<LimitName, RateLimiterPostgres>
  >;
  const attempt = async (what: LimitName, key: string): Promise<RateLimiterRes | null> => {
    try {
      await limiters[what].consume(key);
      return null;
    } catch (error) {
      // The library throws its result where the limit is reached, and an Error where it failed.
      if (error instanceof RateLimiterRes) return error;
      throw error;
    }
  };
  return {
    take: async (what, key) => {
      const refused = await attempt(what, key);
      if (refused) throw new RateLimited(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
    },
    isWithin: async (what, key) => (await attempt(what, key)) === null,
    clear: async (what, key) => {
      await limiters[what].delete(key);
    },
  };
}
