import { useEffect, useRef, type MouseEvent } from "react";
import { useWords } from "../words/words-context.tsx";
import type { EntryWords } from "../words/entry.en.ts";
import { Countdown } from "./countdown.tsx";
import styles from "./form.module.css";
import type { Problem } from "./problems-of.ts";

/** What went wrong, in words, above what it belongs to. It gets the focus; each mistake leads to its field. */
export function ProblemSummary({ problems }: { readonly problems: readonly Problem[] }) {
  const { entry } = useWords<{ entry: EntryWords }>();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [problems]);
  if (problems.length === 0) return null;
  return (
    <div className={styles["summary"]} ref={summary} role="alert" tabIndex={-1}>
      {problems.length > 1 && <p>{entry.mistakesFound}</p>}
      <ul>
        {problems.map(({ field, text, againAt }) => (
          <li key={`${field}${text}`}>
            {field === null ? text : <Leading field={field} text={text} />}
            {againAt !== undefined && <Countdown until={againAt} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Leading({ field, text }: { readonly field: string; readonly text: string }) {
  // Without following the link: what stands behind the # of these pages is a secret, not a place.
  const lead = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(field)?.focus();
  };
  return (
    <a href={`#${field}`} onClick={lead}>
      {text}
    </a>
  );
}
