import type { Delivery } from "../../deliveries/domain/delivery.ts";
import { isOvertaken } from "./change-of.ts";
import type { BookingFacts, FurtherMeeting } from "./facts.ts";
import type { Change } from "./words-for.ts";

/**
 * The booking as its mail tells it, or null where newer news says all. The news that a series was made is of all its
 * meetings; a meeting with newer news is left out, and where that is the first one, the mail is about the next.
 */
export function meetingToTell(
  change: Change,
  { delivery, booking }: { readonly delivery: About; readonly booking: BookingFacts },
): BookingFacts | null {
  const isSeries = change === "MADE" || change === "REQUESTED";
  const further = isSeries ? furtherFor(delivery.recipient, booking) : [];
  const untold = further.filter((meeting) => {
    const { state, sequence } = meeting;
    return !isOvertaken(change, { delivery, booking: { ...booking, state, sequence } });
  });
  if (!isOvertaken(change, { delivery, booking })) return { ...booking, further: untold };
  const [next, ...rest] = untold;
  return next ? { ...asTheFirst(next, booking), further: rest } : null;
}

type About = Pick<Delivery, "kind" | "recipient" | "sequence">;

function furtherFor(
  recipient: Delivery["recipient"],
  { further }: BookingFacts,
): readonly FurtherMeeting[] {
  if (recipient.kind === "ATTENDEE") return further;
  return further
    .filter(({ hostIds }) => hostIds.includes(recipient.id))
    .map((meeting) => ({ ...meeting, manageUrl: null }));
}

// All of a series is alike but for the times, the hosts and the links.
function asTheFirst(
  { hostIds, manageUrl, ...meeting }: FurtherMeeting,
  booking: BookingFacts,
): BookingFacts {
  return {
    ...booking,
    ...meeting,
    cancelledBy: null,
    // It is asked for the first meeting alone.
    answerBy: null,
    proposedStarts: [],
    hosts: booking.hosts.filter(({ id }) => hostIds.includes(id)),
    attendees: booking.attendees.map((attendee) => ({
      ...attendee,
      manageUrl,
      cancellationReason: null,
    })),
  };
}
