import { findSlots, type Slot } from "@tidbok/availability";
import { openMeetings } from "./open-meetings.ts";
import { slotRequest, type SlotFacts } from "./slot-request.ts";

/** A slot that is offered; how many seats are left, where a meeting has several and the host shows it. */
export type OfferedSlot = Slot & { readonly seatsLeft?: number };

/** All starts of the window that can be booked, in order: those of new meetings, and those of meetings with seats left. */
export function offeredSlots(facts: SlotFacts): readonly OfferedSlot[] {
  const fresh = findSlots(slotRequest(facts));
  const { seats, showsSeats } = facts.meetingType;
  if (seats === 1) return fresh;
  const offered = new Map<number, OfferedSlot>();
  const offer = (slot: Slot, seatsLeft: number) => {
    if (offered.has(slot.start)) return;
    offered.set(slot.start, showsSeats ? { ...slot, seatsLeft } : slot);
  };
  // Whoever books joins the oldest meeting before a new one begins.
  for (const { start, end, hostIds, seatsLeft } of openMeetings(facts)) {
    offer({ start, end, hostIds }, seatsLeft);
  }
  for (const slot of fresh) offer(slot, seats);
  return [...offered.values()].sort((a, b) => a.start - b.start);
}
