import { useWords } from "../../words/words-context.tsx";
import type { Clock } from "../time/create-clock.ts";
import styles from "./agenda.module.css";
import type { AgendaWords } from "./words.en.ts";

type BlockedEntryProps = {
  readonly startAt: string;
  readonly endAt: string;
  readonly clock: Clock;
};

/** Time that is kept free of meetings. */
export function BlockedEntry({ startAt, endAt, clock }: BlockedEntryProps) {
  const words = useWords<AgendaWords>();
  return (
    <p className={`${styles["entry"]} ${styles["blocked"]}`} data-entry tabIndex={-1}>
      <bdi>{words.range(clock.time(startAt), clock.time(endAt))}</bdi> {words.blocked}
    </p>
  );
}
