import { readFragment, type FragmentType } from "../../generated/fragment-masking.ts";
import { BookingDeliveriesFragmentDoc } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { Clock } from "../time/create-clock.ts";
import type { BookingWords } from "./words.en.ts";

type BookingDeliveriesProps = {
  readonly booking: FragmentType<typeof BookingDeliveriesFragmentDoc>;
  readonly clock: Clock;
};

/** Which mails went out, to what kind of person, and how far they came; absent for people that may not see them. */
export function BookingDeliveries({ booking, clock }: BookingDeliveriesProps) {
  const words = useWords<BookingWords>();
  const { deliveries } = readFragment(BookingDeliveriesFragmentDoc, booking);
  if (!deliveries) return null;
  return (
    <section className="card stack">
      <h2>{words.deliveries}</h2>
      {deliveries.nodes.length === 0 && <p>{words.noDeliveries}</p>}
      <ol>
        {deliveries.nodes.map(
          ({ id, recipientKind, state, attempts, sentAt, createdAt, ...more }) => (
            <li key={id}>
              {words.mailTo(words.recipients[recipientKind])}: {words.deliveryStates[state]},{" "}
              {clock.moment(sentAt ?? createdAt)}
              {state !== "SENT" && `, ${words.attempts(attempts)}`}
              {more.lastErrorCode && `. ${words.failed} (${more.lastErrorCode})`}
            </li>
          ),
        )}
      </ol>
    </section>
  );
}
