import { newId, type Instant, type Interval } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { SlotTaken } from "../../../meeting-types/domain/slot-errors.ts";
import {
  decidedAtOnce,
  fairnessSpan,
  hostsOfSlot,
  type ChosenHosts,
} from "../../domain/hosts-of-slot.ts";
import {
  checkTime,
  decide,
  type Reserved,
  type Seat,
  type SlotDecision,
} from "../../domain/slot-decision.ts";
import { findSlotFacts, lookUps, type FactSource, type FactsQuery } from "./find-slot-facts.ts";

/** A slot to hold, to book or to move to, or a seat in a meeting that exists. */
export type SlotQuery = Omit<FactsQuery, "window"> & { readonly start: Instant };

/** The slot, its hosts with the reason for each choice, and the seat. */
export type DecidedSlot = Interval & ChosenHosts & { readonly seat: Seat };

type Needed = Pick<Context, "store" | "holidays" | "now">;

/**
 * Decides whether a slot can be had, and which hosts take it: the one way to a hold, a booking or another time. It
 * locks the hosts: until the end of the transaction no other transaction decides about them.
 */
export async function decideSlot(context: Needed, query: SlotQuery): Promise<DecidedSlot> {
  const isFree = !query.reserved && decidedAtOnce(query.meetingType) > 1;
  return (isFree ? await decideForOneHost(context, query) : null) ?? decideForAll(context, query);
}

/** Locks all hosts, waiting for them, before it looks. */
async function decideForAll(context: Needed, query: SlotQuery): Promise<DecidedSlot> {
  const source = factsInTransaction(context, { reserved: query.reserved ?? null, locks: true });
  const decision = await decideFrom(source, { context, query });
  const chosen = await choose(context, { query, decision, isOut: () => false });
  if (!chosen) throw new SlotTaken();
  return chosen;
}

/**
 * Round robin: locks the next host only, so that the other hosts can be booked meanwhile, and looks again behind the
 * lock. A host that another transaction decides about, or that was booked meanwhile, is passed over. Null when no other
 * host is left.
 */
async function decideForOneHost(context: Needed, query: SlotQuery): Promise<DecidedSlot | null> {
  const { store, now } = context;
  const source = factsInTransaction(context, { reserved: null, locks: false });
  const passedOver = new Set<string>();
  const isOut = (id: string) => passedOver.has(id);
  let decision = await decideFrom(source, { context, query });
  for (;;) {
    const chosen = await choose(context, { query, decision, isOut });
    if (!chosen) return null;
    const locked = await store.reservations.tryLockHosts(chosen.hostIds);
    if (locked.length === chosen.hostIds.length) {
      await store.reservations.expireStale(locked, now);
      decision = await decideFrom(source, { context, query });
    }
    const free = decision.slot.hostIds;
    const lost = chosen.hostIds.filter((id) => !locked.includes(id) || !free.includes(id));
    if (lost.length === 0) return chosen;
    for (const id of lost) passedOver.add(id);
  }
}

/** The hosts of the decided slot: in round robin the next ones that are not out, or null when none is left. */
async function choose(
  { store, now }: Needed,
  from: {
    readonly query: SlotQuery;
    readonly decision: SlotDecision;
    readonly isOut: (hostId: string) => boolean;
  },
): Promise<DecidedSlot | null> {
  const { query, decision, isOut } = from;
  const { slot, seat, open } = decision;
  if (!open || query.meetingType.mode !== "ROUND_ROBIN") return { ...slot, choices: [], seat };
  const bookedAt = await store.reservations.bookedAt(query.meetingType.id, now - fairnessSpan);
  const hostIds = slot.hostIds.filter((id) => !isOut(id));
  const chosen = hostsOfSlot({ ...slot, hostIds }, { ...open, bookedAt });
  return chosen && { ...slot, ...chosen, seat };
}

/**
 * Throws the reason when the slot can be seen to be gone. It takes no lock and opens no transaction, so a slot that
 * passes is decided again by `decideSlot`.
 */
export async function requireLikelySlot(
  context: Pick<Context, "loaders" | "holidays" | "now">,
  query: SlotQuery,
): Promise<void> {
  await decideFrom(lookUps(context), { context, query });
}

async function decideFrom(
  source: FactSource,
  {
    context,
    query,
  }: { readonly context: Pick<Context, "holidays" | "now">; readonly query: SlotQuery },
): Promise<SlotDecision> {
  const { start, ...of } = query;
  const { meetingType, reserved = null } = query;
  const { now } = context;
  checkTime(start, { meetingType, now, noticeFrom: reserved?.noticeFrom ?? now });
  const window = { start, end: start + 1 };
  const [facts] = await findSlotFacts(context, { ...of, window, source });
  if (!facts) throw new Error("A window of one millisecond has one part.");
  return decide(facts, { start, reserved, occurrenceId: newId() });
}

/** Reads the facts in the transaction; with locks, the time of the hosts only once they are locked. */
function factsInTransaction(
  { store, now }: Pick<Context, "store" | "now">,
  { reserved, locks }: { readonly reserved: Reserved | null; readonly locks: boolean },
): FactSource {
  return {
    findSchedules: (ids) => store.schedules.findHours(ids),
    findHandPicked: ({ id, hostIds }) => store.schedules.findOfHandPicked(id, hostIds),
    findBusy: async ({ hostIds, organizationId, during }) => {
      if (locks) {
        await store.reservations.lockHosts(hostIds);
        await store.reservations.expireStale(hostIds, now);
      }
      const except = reserved?.id ?? null;
      return store.reservations.busy({ hostIds, organizationId, during, now, except });
    },
  };
}
