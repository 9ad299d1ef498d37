import { localDate } from "../../time/local-date.ts";
import { useWords } from "../../words/words-context.tsx";
import type { Slot } from "./offer.ts";
import styles from "./refusal.module.css";
import type { useBooking } from "./use-booking.ts";
import type { VisitorReading } from "./use-reading.ts";
import type { BookingWords } from "./words.en.ts";

type RefusalProps = {
  readonly booking: ReturnType<typeof useBooking>;
  readonly reading: VisitorReading;
  readonly chooseSlot: (slot: Slot) => void;
};

/** Why the booking was refused, and what one click books instead. */
export function Refusal({ booking, reading, chooseSlot }: RefusalProps) {
  const words = useWords<BookingWords>();
  const { clock, timeZone } = reading;
  const moment = (at: number) => `${clock.day(localDate(at, timeZone))} ${clock.time(at)}`;
  if (booking.problem === "") return null;
  return (
    <div className={styles["refusal"]} role="alert">
      <p>{booking.problem}</p>
      {booking.near.length > 0 && (
        <ul aria-label={words.nearTimes}>
          {booking.near.map((each) => (
            <li key={each.start}>
              <button type="button" onClick={() => (chooseSlot(each), booking.bookAt(each))}>
                {words.bookInstead(moment(each.start))}
              </button>
            </li>
          ))}
        </ul>
      )}
      {booking.gaps.length > 0 && (
        <>
          <ul>
            {booking.gaps.map((at) => (
              <li key={at}>{moment(at)}</li>
            ))}
          </ul>
          <button type="button" onClick={booking.bookTheOthers}>
            {words.bookTheOthers}
          </button>
        </>
      )}
    </div>
  );
}
