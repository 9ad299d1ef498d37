import { Button } from "../../components/button.tsx";
import { useWords } from "../../words/words-context.tsx";
import type { Clock } from "../time/create-clock.ts";
import type { AgendaSearch } from "./agenda-search.ts";
import styles from "./agenda.module.css";
import type { ShownDays } from "./shown-days.ts";
import type { AgendaWords } from "./words.en.ts";

type AgendaBarProps = {
  readonly clock: Clock;
  readonly shown: ShownDays;
  readonly go: (change: AgendaSearch) => void;
  readonly showKeys: () => void;
};

/** Above the days: which they are, in which zone, and the ways to others. */
export function AgendaBar({ clock, shown, go, showKeys }: AgendaBarProps) {
  const words = useWords<AgendaWords>();
  const { days, view, date, today } = shown;
  const [first = date, last = date] = [days[0], days.at(-1)];
  const step = { days: view === "day" ? 1 : days.length };
  const dates =
    first === last ? clock.date(first) : words.range(clock.date(first), clock.date(last));
  return (
    <header className={styles["bar"]}>
      <div>
        <h1>{dates}</h1>
        <p className="soft">
          {words.zone(clock.city, clock.offset(first.toDate(clock.timeZone).getTime()))}
        </p>
      </div>
      <div className="row">
        <div className="row" role="group" aria-label={words.view}>
          {(["day", "week", "list"] as const).map((each) => (
            <Button key={each} aria-pressed={each === view} onClick={() => go({ view: each })}>
              {words[each]}
            </Button>
          ))}
        </div>
        <Button onClick={() => go({ date: String(today) })}>{words.today}</Button>
        <Button
          aria-label={words.earlier}
          onClick={() => go({ date: String(date.subtract(step)) })}
        >
          <span aria-hidden="true">‹</span>
        </Button>
        <Button aria-label={words.later} onClick={() => go({ date: String(date.add(step)) })}>
          <span aria-hidden="true">›</span>
        </Button>
        <Button look="quiet" aria-keyshortcuts="?" onClick={showKeys}>
          {words.keys}
        </Button>
      </div>
    </header>
  );
}
