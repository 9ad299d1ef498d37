import type { ManagedBookingFragment } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { PageState } from "./page-state-of.ts";
import { useReader } from "./reader-context.tsx";
import styles from "./view.module.css";
import type { ManageWords } from "./words.en.ts";
import { writeMoment } from "./write-when.ts";

type StateNoticeProps = {
  readonly booking: ManagedBookingFragment;
  readonly state: PageState;
  readonly isGuest: boolean;
};

const looks: Readonly<Record<PageState, string>> = {
  pending: "waits",
  proposed: "waits",
  asked: "waits",
  confirmed: "holds",
  moved: "holds",
  cancelled: "over",
  declined: "over",
  past: "over",
};

/** The state of the booking in words, what it means, and since when or until when. */
export function StateNotice({ booking, state, isGuest }: StateNoticeProps) {
  const words = useWords<ManageWords>();
  const reader = useReader();
  const { cancellation, answerBy } = booking;
  const by = (party: keyof ManageWords["by"]) =>
    isGuest && party === "ATTENDEE" ? words.byForGuests : words.by[party];
  // A guest has no answer to give and asked for nothing.
  const isQuiet = isGuest && (state === "proposed" || state === "asked");
  const told = isQuiet ? (booking.state === "PENDING" ? "pending" : "confirmed") : state;
  return (
    <section className={`${styles["state"]} ${styles[looks[told]]}`} role="status">
      <strong>{words.state[told]}</strong>
      <p>{words.about[told]}</p>
      {cancellation && (
        <p>
          {words.cancelledAt(writeMoment(reader, Date.parse(cancellation.at)), by(cancellation.by))}
        </p>
      )}
      {told === "pending" && answerBy && (
        <p>{words.answerBy(writeMoment(reader, Date.parse(answerBy)))}</p>
      )}
    </section>
  );
}
