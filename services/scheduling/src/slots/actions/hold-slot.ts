import { newId, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { slotToHold, type SlotToHold } from "../../bookings/domain/booking-input.ts";
import { holdLength, mostHolds, type Hold } from "../domain/hold.ts";
import { TooManyHolds } from "../domain/hold-errors.ts";
import { decideSlot } from "./steps/decide-slot.ts";
import { inTurn } from "./steps/in-turn.ts";
import { limitVisitor } from "./steps/limit-visitor.ts";
import { meetingTypeToBook } from "./steps/meeting-type-to-book.ts";

export async function holdSlot(context: Context, given: unknown): Promise<Hold> {
  const wish = validate(slotToHold, given);
  await limitVisitor(context, wish);
  return inTurn(context, { wish, isDone: async () => false, work: () => hold(context, wish) });
}

function hold(context: Context, wish: SlotToHold): Promise<Hold> {
  const { now } = context;
  return context.store.transaction(async (store) => {
    const { meetingType, durationMinutes } = await meetingTypeToBook({ ...context, store }, wish);
    const { choices, seat, ...slot } = await decideSlot(
      { ...context, store },
      {
        meetingType,
        durationMinutes,
        start: wish.startAt,
        now,
      },
    );
    // The hosts are locked by now, so nobody counts at the same time.
    if ((await store.holds.countLive(meetingType.id, now)) >= mostHolds) throw new TooManyHolds();
    const hold: Hold = {
      ...slot,
      occurrenceId: seat.occurrenceId,
      id: newId(),
      organizationId: meetingType.organizationId,
      meetingTypeId: meetingType.id,
      createdAt: now,
      expiresAt: now + holdLength,
      releasedAt: null,
    };
    await store.holds.insert(hold);
    await store.reservations.hold(hold, { choices, seat });
    return hold;
  });
}
