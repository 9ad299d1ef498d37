import { useRef, useState } from "react";
import { cityOf } from "../../../time/city-of.ts";
import { useWords } from "../../../words/words-context.tsx";
import type { VisitorReading } from "../use-reading.ts";
import type { BookingWords } from "../words.en.ts";
import styles from "./zone-bar.module.css";
import { ZonePicker } from "./zone-picker.tsx";

/** The zone of all times, always in view, with the clock there now; and the switch of 12 and 24 hours. */
export function ZoneBar({
  reading,
  now,
}: {
  readonly reading: VisitorReading;
  readonly now: number;
}) {
  const words = useWords<BookingWords>();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { clock, timeZone, isKnown, isHidden } = reading;
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const choose = (zone: string) => {
    reading.setTimeZone(zone);
    close();
  };
  return (
    <div className={styles["bar"]}>
      <p>
        {isKnown ? (
          <>
            {words.zone} <strong>{cityOf(timeZone)}</strong>{" "}
            <span className={styles["soft"]}>
              {clock.offset(now)} · {words.clockNow(clock.time(now))}
            </span>
          </>
        ) : (
          <span className={styles["soft"]}>{words.zone} …</span>
        )}
      </p>
      {isHidden && (
        <p role="status" className={styles["hidden"]}>
          {words.zoneHidden}
        </p>
      )}
      <div className={styles["choices"]}>
        <button ref={opener} type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.changeZone}
        </button>
        <div role="group" aria-label={words.clock}>
          {[false, true].map((is) => (
            <button
              key={String(is)}
              type="button"
              aria-pressed={isKnown && reading.isHour12 === is}
              onClick={() => reading.setHour12(is)}
            >
              {is ? "12 h" : "24 h"}
            </button>
          ))}
        </div>
      </div>
      {isOpen && <ZonePicker now={now} reading={reading} choose={choose} close={close} />}
    </div>
  );
}
