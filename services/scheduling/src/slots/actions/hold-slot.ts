import { newId, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { holdLength, requireRoom, type Hold } from "../domain/hold.ts";
import { holdSlotInput, type SlotInput } from "../domain/slot-input.ts";
import { networkOfVisitor } from "../domain/visitor.ts";
import { decideSlot } from "./steps/decide-slot.ts";
import { inTurn } from "./steps/in-turn.ts";
import { meetingTypeToBook } from "./steps/meeting-type-to-book.ts";

/** Reserves a slot for a few minutes, for the bearer of the hold's id. */
export async function holdSlot(context: Context, given: unknown): Promise<Hold> {
  const input = validate(holdSlotInput, given);
  return inTurn(context, {
    input,
    isDone: () => Promise.resolve(false),
    work: () => inTransaction(context, (context) => hold(context, input)),
  });
}

async function hold(context: Context, input: SlotInput): Promise<Hold> {
  const { store, now } = context;
  const { meetingType, durationMinutes } = await meetingTypeToBook(context, input);
  const slot = await decideSlot(context, { meetingType, durationMinutes, start: input.startAt });
  const { start, end, hostIds, seat } = slot;
  // Transactions that hold other hosts of the meeting type count one after the other, too.
  await store.holds.lockMeetingType(meetingType.id);
  const network = networkOfVisitor(context);
  requireRoom(await store.holds.countLive({ meetingTypeId: meetingType.id, network, now }));
  const hold: Hold = {
    id: newId(),
    organizationId: meetingType.organizationId,
    meetingTypeId: meetingType.id,
    start,
    end,
    hostIds,
    occurrenceId: seat.occurrenceId,
    createdAt: now,
    expiresAt: now + holdLength,
    releasedAt: null,
    network,
  };
  await store.holds.insert(hold);
  await store.reservations.hold(hold, slot);
  return hold;
}
