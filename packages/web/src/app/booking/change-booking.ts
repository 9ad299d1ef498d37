import { createAttempt } from "@tidbok/client";
import {
  AddBookingNoteDocument,
  CancelBookingDocument,
  ReassignHostDocument,
  RecordNoShowDocument,
  UndoNoShowDocument,
} from "../../generated/graphql.ts";
import { ask, askWhileLeaving, queryClient } from "../ask-graph.ts";
import { sendLater } from "./send-later.ts";

type Cancel = {
  readonly bookingId: string;
  /** Empty without one. */
  readonly reason: string;
  readonly words: { readonly cancelling: string; readonly otherError: string };
};

/** Cancels a booking in a few seconds, unless it is taken back. */
export function cancelBooking({ bookingId, reason, words }: Cancel): void {
  const input = { bookingId, extent: "BOOKING" as const, ...(reason !== "" && { reason }) };
  sendLater({
    subject: bookingId,
    text: words.cancelling,
    failure: words.otherError,
    send: () => askWhileLeaving(CancelBookingDocument, { input }),
  });
}

type Reassign = {
  readonly bookingId: string;
  readonly fromHostId: string;
  readonly toHostId: string;
};

/** Gives a booking to another host of its meeting type. */
export async function reassignHost(hosts: Reassign): Promise<void> {
  await ask(ReassignHostDocument, { input: { ...hosts, mayBeAnyMember: false } });
  await queryClient.invalidateQueries();
}

/** Notes that the attendee did not come, or takes that back. */
export async function setNoShow(bookingId: string, isNoShow: boolean): Promise<void> {
  const input = { bookingId };
  if (isNoShow) await ask(RecordNoShowDocument, { input });
  else await ask(UndoNoShowDocument, { input });
  await queryClient.invalidateQueries();
}

/** Adds notes; the same note that is sent again after a lost answer is added once. */
export const addNote = createAttempt(ask, AddBookingNoteDocument);
