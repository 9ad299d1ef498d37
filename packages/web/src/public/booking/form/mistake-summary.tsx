import { useEffect, useRef } from "react";
import { useWords } from "../../../words/words-context.tsx";
import styles from "./mistake-summary.module.css";
import type { Mistake } from "../visitor.ts";
import type { BookingWords } from "../words.en.ts";

type MistakeSummaryProps = {
  readonly mistakes: readonly Mistake[];
  readonly labelOf: (field: string) => string;
};

/** What is wrong with a form, above it: it gets focus, and each entry leads to its field. */
export function MistakeSummary({ mistakes, labelOf }: MistakeSummaryProps) {
  const words = useWords<BookingWords>();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (mistakes.length > 0) summary.current?.focus();
  }, [mistakes]);
  if (mistakes.length === 0) return null;
  return (
    <div
      ref={summary}
      tabIndex={-1}
      className={styles["summary"]}
      aria-labelledby="mistakes"
      role="group"
    >
      <h3 id="mistakes">{words.mistakes(mistakes.length)}</h3>
      <ul>
        {mistakes.map(({ field, kind }) => (
          <li key={field}>
            <a href={`#${field}`} onClick={(event) => focus(event, field)}>
              {labelOf(field)}: {words.mistake[kind]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

// By hand, for the address must not change: a fragment would be an entry in history.
function focus(event: { preventDefault: () => void }, field: string): void {
  event.preventDefault();
  document.getElementById(field)?.focus();
}
