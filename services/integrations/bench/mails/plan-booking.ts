import { newId } from "@tidbok/domain";
import { attendeeAnswer, bookingAnswer } from "../../test/support/answers.ts";
import type { MailBench } from "./start-mail-bench.ts";

/** A booking that the graph knows, and a delivery of its news to its attendee. */
export async function planBooking(bench: MailBench, organizationId: string): Promise<void> {
  const attendee = attendeeAnswer({ email: `${newId()}@example.com` });
  const booking = bookingAnswer({ attendees: [attendee] });
  bench.knows(booking);
  await bench.store.deliveries.insertMany([
    {
      id: newId(),
      eventId: newId(),
      kind: "BOOKING_MADE",
      recipient: { kind: "ATTENDEE", id: attendee.id },
      aboutId: booking.id,
      organizationId,
      sequence: 0,
      traceparent: null,
      createdAt: Date.now(),
    },
  ]);
}
