import { useEffect, useRef } from "react";
import { cityOf } from "../../time/city-of.ts";
import { useWords } from "../../words/words-context.tsx";
import type { Slot } from "./offer.ts";
import styles from "./time-column.module.css";
import type { VisitorReading } from "./use-reading.ts";
import type { Slots } from "./use-slots.ts";
import type { BookingWords } from "./words.en.ts";

type TimeColumnProps = {
  readonly reading: VisitorReading;
  readonly slots: Slots;
  readonly days: ReadonlyMap<string, readonly Slot[]>;
  readonly day: string | null;
  readonly chooseSlot: (slot: Slot) => void;
  readonly leaveDay: () => void;
};

/** The times of the chosen day as a list of buttons; above twelve in parts of the day. */
export function TimeColumn({ reading, slots, days, day, chooseSlot, leaveDay }: TimeColumnProps) {
  const words = useWords<BookingWords>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (day !== null) heading.current?.focus();
  }, [day]);
  if (day === null) {
    return (
      <section className={styles["times"]} aria-label={words.timesHeading}>
        <p className={styles["hint"]}>{words.chooseDay}</p>
      </section>
    );
  }
  const { clock, timeZone } = reading;
  const list = days.get(day) ?? [];
  const zone = `${cityOf(timeZone)} (${clock.offset(list[0]?.start ?? 0)})`;
  const back = () => {
    leaveDay();
    document.querySelector<HTMLElement>(`[data-date="${day}"]`)?.focus();
    // On phones the grid is drawn again first.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-date="${day}"]`)?.focus(),
    );
  };
  return (
    <section className={styles["times"]} aria-labelledby="times">
      <h2 id="times" ref={heading} tabIndex={-1}>
        {clock.day(day)} <span className={styles["zone"]}>· {words.timesIn(zone)}</span>
      </h2>
      <button type="button" className={styles["back"]} onClick={back}>
        {words.otherDay}
      </button>
      {groupsOf(list, timeZone).map(({ part, slots: each }) => (
        <div key={part} className={styles["group"]}>
          {part !== "all" && <h3>{words.parts[part]}</h3>}
          <ul>
            {each.map((slot) => {
              const end = slot.start + slots.duration * 60_000;
              return (
                <li key={slot.start}>
                  <button type="button" data-start={slot.start} onClick={() => chooseSlot(slot)}>
                    <bdi>{clock.time(slot.start)}</bdi>
                    <small>
                      <span aria-hidden="true">→ </span>
                      <span className="visually-hidden"> {words.to} </span>
                      <bdi>{clock.time(end)}</bdi>
                      {slot.seatsLeft !== null && `, ${words.seatsLeft(slot.seatsLeft)}`}
                    </small>
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}

type Part = "all" | "morning" | "afternoon" | "evening";

function groupsOf(list: readonly Slot[], timeZone: string) {
  if (list.length <= 12) return [{ part: "all" as Part, slots: list }];
  const hour = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" });
  const partOf = ({ start }: Slot): Part => {
    const at = Number(hour.format(start));
    return at < 12 ? "morning" : at < 17 ? "afternoon" : "evening";
  };
  return (["morning", "afternoon", "evening"] as const)
    .map((part) => ({ part: part as Part, slots: list.filter((slot) => partOf(slot) === part) }))
    .filter(({ slots }) => slots.length > 0);
}
