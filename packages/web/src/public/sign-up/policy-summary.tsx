import { useWords } from "../../words/words-context.tsx";
import styles from "./view.module.css";
import type { SignUpWords } from "./words.en.ts";

/** What the policy says, shortly, where it is accepted. */
export function PolicySummary() {
  const words = useWords<SignUpWords>();
  return (
    <section className={styles["policy"]}>
      <h2>{words.summaryHeading}</h2>
      <ol>
        {words.summary.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <a href="/policy" target="_blank" rel="noopener">
        {words.read}
      </a>
    </section>
  );
}
