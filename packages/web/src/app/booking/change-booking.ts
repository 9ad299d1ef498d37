import { createAttempt } from "@tidbok/client";
import {
  AddBookingNoteDocument,
  CancelBookingDocument,
  ReassignHostDocument,
  RecordNoShowDocument,
  UndoNoShowDocument,
} from "../../generated/graphql.ts";
import { ask, askWhileLeaving, queryClient } from "../ask-graph.ts";
import { delay } from "../delayed-actions.ts";

type Cancel = {
  readonly bookingId: string;
  readonly reason: string;
  readonly words: { readonly cancelling: string; readonly otherError: string };
};

/** Cancels a booking in a few seconds, unless it is taken back. */
export function cancelBooking({ bookingId, reason, words }: Cancel): void {
  const given = reason.trim() === "" ? {} : { reason: reason.trim() };
  delay({
    subject: bookingId,
    text: words.cancelling,
    failure: words.otherError,
    run: async () => {
      const input = { bookingId, extent: "BOOKING" as const, ...given };
      try {
        await askWhileLeaving(CancelBookingDocument, { input });
      } finally {
        await queryClient.invalidateQueries();
      }
    },
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
