import { newId, type Instant, type Interval } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { type ChosenHosts, fairnessSpan, hostsOfSlot } from "../../domain/hosts-of-slot.ts";
import type { Reserved, Seat } from "../../domain/slot-decision.ts";
import { checkTime, decide, type SlotDecision } from "../../domain/slot-decision.ts";
import { findSlotFacts, lookUps, type FactSource, type FactsQuery } from "./find-slot-facts.ts";

/** A slot to hold, to book or to move to, or a seat in a meeting that exists. */
export type SlotQuery = Omit<FactsQuery, "window"> & { readonly start: Instant };

/** The slot, its hosts with the reason for each choice, and the seat. */
export type DecidedSlot = Interval & ChosenHosts & { readonly seat: Seat };

/**
 * Decides whether a slot can be had, and which hosts take it: the one way to a hold, a booking or another time. It
 * locks the hosts: until the end of the transaction no other transaction decides about them.
 */
export async function decideSlot(
  context: Pick<Context, "store" | "holidays" | "now">,
  query: SlotQuery,
): Promise<DecidedSlot> {
  const { store, now } = context;
  const { meetingType } = query;
  const source = behindLocks(context, query.reserved ?? null);
  const { slot, seat, open } = await decideFrom(source, { context, query });
  if (!open || meetingType.mode !== "ROUND_ROBIN") return { ...slot, choices: [], seat };
  const bookedAt = await store.reservations.bookedAt(meetingType.id, now - fairnessSpan);
  return { ...slot, ...hostsOfSlot(slot, { ...open, bookedAt }), seat };
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

/** Reads the facts in the transaction; the time of the hosts only once they are locked. */
function behindLocks(
  { store, now }: Pick<Context, "store" | "now">,
  reserved: Reserved | null,
): FactSource {
  return {
    findSchedules: (ids) => store.schedules.findHours(ids),
    findHandPicked: ({ id, hostIds }) => store.schedules.findOfHandPicked(id, hostIds),
    findBusy: async ({ hostIds, during }) => {
      await store.reservations.lockHosts(hostIds);
      await store.reservations.expireStale(hostIds, now);
      return store.reservations.busy({ hostIds, during, now, except: reserved?.id ?? null });
    },
  };
}
