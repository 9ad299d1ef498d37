import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { readFragment, type FragmentType } from "../../generated/fragment-masking.ts";
import { PendingBookingFragmentDoc } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import { confirmBooking } from "../booking/answer-booking.ts";
import { DeclineDialog } from "../booking/decline-dialog.tsx";
import { attendeeNames } from "../components/attendee-names.ts";
import { Problem } from "../components/problem.tsx";
import type { Clock } from "../time/create-clock.ts";
import { useAppWords } from "../words/app-words-context.tsx";
import type { AgendaWords } from "./words.en.ts";

type PendingBookingProps = {
  readonly booking: FragmentType<typeof PendingBookingFragmentDoc>;
  readonly clock: Clock;
};

/** A booking that waits, until when, and the two answers. */
export function PendingBooking({ booking, clock }: PendingBookingProps) {
  const words = useWords<AgendaWords>();
  const { confirm, decline, hiddenAttendee } = useAppWords();
  const read = readFragment(PendingBookingFragmentDoc, booking);
  const { id, startAt, answerBy, meetingType, attendees } = read;
  const [isDeclining, setIsDeclining] = useState(false);
  const confirming = useMutation({ mutationFn: () => confirmBooking(id) });
  const what = `${clock.moment(startAt)}, ${meetingType.title}, ${attendeeNames(attendees, hiddenAttendee)}`;
  return (
    <li className="row">
      <span>
        <bdi>{what}</bdi>
        {answerBy && `, ${words.until(clock.moment(answerBy))}`}
      </span>
      <Button aria-label={`${confirm}: ${what}`} onClick={() => confirming.mutate()}>
        {confirm}
      </Button>
      <Button aria-label={`${decline}: ${what}`} onClick={() => setIsDeclining(true)}>
        {decline}
      </Button>
      {confirming.error && <Problem error={confirming.error} />}
      <DeclineDialog bookingId={id} isOpen={isDeclining} onClose={() => setIsDeclining(false)} />
    </li>
  );
}
