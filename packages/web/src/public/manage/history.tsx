import type { ManagedBookingFragment } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import { useReader } from "./reader-context.tsx";
import styles from "./view.module.css";
import type { ManageWords } from "./words.en.ts";
import { writeMoment } from "./write-when.ts";

type HistoryProps = { readonly booking: ManagedBookingFragment; readonly isGuest: boolean };

/** What has happened to the booking, newest first, with the reasons that were written. */
export function History({ booking, isGuest }: HistoryProps) {
  const words = useWords<ManageWords>();
  const reader = useReader();
  const by = (party: keyof ManageWords["by"]) =>
    isGuest && party === "ATTENDEE" ? words.byForGuests : words.by[party];
  return (
    <details className={styles["history"]}>
      <summary>{words.history}</summary>
      <ol>
        {booking.history.nodes.map(({ kind, at, by: party, reason }) => (
          <li key={`${kind} ${at}`}>
            <strong>{words.kind[kind]}</strong> {by(party)}
            <span className={styles["soft"]}>{writeMoment(reader, Date.parse(at))}</span>
            {reason && (
              <span dir="auto">
                {words.why}: {reason}
              </span>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
