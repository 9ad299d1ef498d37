import { useRef, useState, type FormEvent, type ReactNode } from "react";
import { Button } from "../components/button.tsx";
import { useWords } from "../words/words-context.tsx";
import type { EntryWords } from "../words/entry.en.ts";
import { FormProblems } from "./form-context.tsx";
import styles from "./form.module.css";
import { mistakesIn } from "./mistakes-in.ts";
import { problemsOf, type Problem } from "./problems-of.ts";
import { ProblemSummary } from "./problem-summary.tsx";

/** What stands in the fields of a form, by their names; a box that is not ticked is not in it. */
export type Values = Readonly<Record<string, string>>;

type FormProps = {
  /** The words of its button. */
  readonly submit: string;
  /** Sends what was filled in; what it throws is told by its code, at the field or above all. */
  readonly send: (values: Values) => Promise<void>;
  /** What went wrong before the form was there. */
  readonly earlier?: readonly Problem[];
  readonly children?: ReactNode;
};

/**
 * A real form: Enter submits it, and password managers see it submitted. The browser holds the values, so what was typed
 * or filled in before the script ran stays.
 */
export function Form({ submit, send, earlier = [], children }: FormProps) {
  const { entry } = useWords<{ entry: EntryWords }>();
  const [problems, setProblems] = useState(earlier);
  const [isBusy, setIsBusy] = useState(false);
  const isSending = useRef(false);

  async function handle(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    // One press is one request.
    if (isSending.current) return;
    const form = event.currentTarget;
    const mistakes = mistakesIn(form, entry);
    setProblems(mistakes);
    if (mistakes.length > 0) return;
    isSending.current = true;
    setIsBusy(true);
    const values = Object.fromEntries(new FormData(form)) as Values;
    await send(values).catch((error: unknown) => setProblems(problemsOf(error, entry)));
    isSending.current = false;
    setIsBusy(false);
  }
  return (
    <form
      className={styles["form"]}
      method="post"
      noValidate
      onSubmit={(event) => void handle(event)}
    >
      <ProblemSummary problems={problems} />
      <FormProblems.Provider value={problems}>{children}</FormProblems.Provider>
      <div className={styles["submit"]}>
        <Button type="submit" look="primary" aria-busy={isBusy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
