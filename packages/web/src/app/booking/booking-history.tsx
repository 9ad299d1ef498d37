import { readFragment, type FragmentType } from "../../generated/fragment-masking.ts";
import { BookingHistoryFragmentDoc } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { Clock } from "../time/create-clock.ts";
import type { BookingWords } from "./words.en.ts";

type BookingHistoryProps = {
  readonly booking: FragmentType<typeof BookingHistoryFragmentDoc>;
  readonly clock: Clock;
};

/** What happened to the booking, newest first. */
export function BookingHistory({ booking, clock }: BookingHistoryProps) {
  const words = useWords<BookingWords>();
  const { history } = readFragment(BookingHistoryFragmentDoc, booking);
  return (
    <section className="card stack">
      <h2>{words.history}</h2>
      <ol>
        {history.nodes.map(({ at, kind, by, reason, startAt }) => (
          <li key={at + kind}>
            {words.changes[kind]} {words.parties[by]}, <time dateTime={at}>{clock.moment(at)}</time>
            {kind === "RESCHEDULED" && ` → ${clock.moment(startAt)}`}
            {reason && (
              <>
                : <bdi>{reason}</bdi>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
