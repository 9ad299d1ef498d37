import { useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import { ask } from "../../entry/ask.ts";
import { Countdown } from "../../entry/countdown.tsx";
import { problemsOf, type Problem } from "../../entry/problems-of.ts";
import { ProblemSummary } from "../../entry/problem-summary.tsx";
import styles from "../../entry/entry-page.module.css";
import { ResendVerificationDocument } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { SignUpWords } from "./words.en.ts";

const pause = 30_000;
type LookIntoMailProps = { readonly email: string; readonly whenWrong: () => void };

/** What is to be done now; the mail can be sent again after a while, and a wrong address be changed. */
export function LookIntoMail({ email, whenWrong }: LookIntoMailProps) {
  const words = useWords<SignUpWords>();
  const [sentAt, setSentAt] = useState(() => Date.now());
  const [isAgain, setIsAgain] = useState(false);
  const [mayResend, setMayResend] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  useEffect(() => {
    setMayResend(false);
    const timer = setTimeout(() => setMayResend(true), pause);
    return () => clearTimeout(timer);
  }, [sentAt]);

  async function resend(): Promise<void> {
    try {
      await ask(ResendVerificationDocument, { input: { email } });
      setProblems([]);
      setIsAgain(true);
      setSentAt(Date.now());
    } catch (error) {
      setProblems(problemsOf(error, words.entry));
    }
  }
  return (
    <>
      <ProblemSummary problems={problems} />
      <p className={styles["done"]} role="status">
        {isAgain ? words.resent : words.sentHint}
      </p>
      {mayResend ? (
        <Button onClick={() => void resend()}>{words.resend}</Button>
      ) : (
        <p className={styles["lead"]}>
          {words.resendIn}
          <Countdown until={sentAt + pause} />
        </p>
      )}
      <Button look="quiet" onClick={whenWrong}>
        {words.otherAddress}
      </Button>
    </>
  );
}
