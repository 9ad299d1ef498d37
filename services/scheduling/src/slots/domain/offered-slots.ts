import { findSlots, type Slot } from "@tidbok/availability";
import { openMeetings } from "./open-meetings.ts";
import { slotRequest, type SlotFacts } from "./slot-request.ts";

/** A slot that is offered. `seatsLeft` is given when the meeting has several seats and the host shows them. */
export type OfferedSlot = Slot & { readonly seatsLeft?: number };

/** All slots of the window that can be booked, in order: of new meetings, and of meetings with seats left. */
export function offeredSlots(facts: SlotFacts): readonly OfferedSlot[] {
  const fresh = findSlots(slotRequest(facts));
  const { seats, showsSeats } = facts.meetingType;
  if (seats === 1) return fresh;
  const offered = new Map<number, OfferedSlot>();
  const offer = (slot: Slot, seatsLeft: number) => {
    if (offered.has(slot.start)) return;
    offered.set(slot.start, showsSeats ? { ...slot, seatsLeft } : slot);
  };
  // A booking joins the oldest meeting before a new meeting begins.
  for (const { start, end, hostIds, seatsLeft } of openMeetings(facts)) {
    offer({ start, end, hostIds }, seatsLeft);
  }
  for (const slot of fresh) offer(slot, seats);
  return [...offered.values()].sort((a, b) => a.start - b.start);
}
