import { useWords } from "../../../words/words-context.tsx";
import styles from "./field.module.css";
import type { BookingWords } from "../words.en.ts";

/** How often the meeting repeats, and how many times; once by default. */
export function SeriesFields({ most }: { readonly most: number }) {
  const words = useWords<BookingWords>();
  return (
    <>
      <div className={styles["field"]}>
        <label htmlFor="count">{words.howOften}</label>
        <select id="count" name="count" defaultValue="1">
          {Array.from({ length: most }, (_, index) => (
            <option key={index} value={index + 1}>
              {words.meetings(index + 1)}
            </option>
          ))}
        </select>
      </div>
      <div className={styles["field"]}>
        <label htmlFor="frequency">{words.repeats}</label>
        <select id="frequency" name="frequency" defaultValue="WEEKLY">
          {(["DAILY", "WEEKLY", "MONTHLY"] as const).map((each) => (
            <option key={each} value={each}>
              {words.frequencies[each]}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
