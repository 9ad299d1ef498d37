import { ConfirmBookingDocument, DeclineBookingDocument } from "../../generated/graphql.ts";
import { ask, askWhileLeaving, queryClient } from "../ask-graph.ts";
import { sendLater } from "./send-later.ts";

/** Confirms a booking that waits, and reads anew what is shown. */
export async function confirmBooking(bookingId: string): Promise<void> {
  await ask(ConfirmBookingDocument, { input: { bookingId } });
  await queryClient.invalidateQueries();
}

type Decline = {
  readonly bookingId: string;
  /** Empty without one. */
  readonly reason: string;
  /** What is said while it can be taken back, and when it failed. */
  readonly words: { readonly declining: string; readonly otherError: string };
};

/** Declines a booking in a few seconds, unless it is taken back. */
export function declineBooking({ bookingId, reason, words }: Decline): void {
  const input = { bookingId, ...(reason !== "" && { reason }) };
  sendLater({
    subject: bookingId,
    text: words.declining,
    failure: words.otherError,
    send: () => askWhileLeaving(DeclineBookingDocument, { input }),
  });
}
