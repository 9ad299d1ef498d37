import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { GatewayContext } from "../context.ts";
import type { Charged } from "./charge.ts";
import { nameOfCaller } from "./name-of-caller.ts";

/** Charges an operation to its caller and its network. */
export type Budgets = (
  by: Pick<GatewayContext, "caller" | "origin">,
  requested: number,
) => Promise<Charged>;

const windowSeconds = 60;
// An office or a school shares one network.
const callersOfANetwork = 10;

/**
 * Budgets of this process, by caller and by network, for a minute that begins with the first operation. Visitors of one
 * network are one caller, and so are visitors and attendees of all unknown networks together. The apps and personal tokens
 * of one person are one caller, too: a person may make many of them.
 */
export function createBudgets(perMinute: number): Budgets {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: windowSeconds });
  const callers = limiter(perMinute);
  const networks = limiter(perMinute * callersOfANetwork);
  return async ({ caller, origin }, requested) => {
    const network = origin?.network ?? null;
    const budgets = [
      { limiter: callers, key: nameOfCaller(caller, network) },
      ...(network === null ? [] : [{ limiter: networks, key: network }]),
    ];
    const states = await Promise.all(
      budgets.map(async ({ limiter, key }) => stateOf(limiter.points, await limiter.get(key))),
    );
    const [tightest] = states.toSorted((a, b) => a.remaining - b.remaining);
    if (!tightest) throw new Error("an operation without a budget");
    const { remaining, msBeforeNext, perMinute } = tightest;
    const isGranted = requested <= remaining;
    if (isGranted) {
      await Promise.all(budgets.map(({ limiter, key }) => limiter.penalty(key, requested)));
    }
    const resetAt = new Date(Date.now() + msBeforeNext).toISOString();
    return {
      charge: { requested, remaining: isGranted ? remaining - requested : remaining, resetAt },
      isGranted,
      perMinute,
      retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
    };
  };
}

function stateOf(perMinute: number, known: RateLimiterRes | null) {
  const spent = known?.consumedPoints ?? 0;
  return {
    perMinute,
    remaining: Math.max(0, perMinute - spent),
    msBeforeNext: known?.msBeforeNext ?? windowSeconds * 1000,
  };
}
