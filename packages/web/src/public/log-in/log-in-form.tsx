import { useEffect, useState } from "react";
import { Button, ButtonLink } from "../../components/button.tsx";
import { AfterLogIn } from "../../entry/after-log-in.tsx";
import { ask } from "../../entry/ask.ts";
import { EntryPage } from "../../entry/entry-page.tsx";
import styles from "../../entry/entry-page.module.css";
import { goOn, goOnByPasskey } from "../../entry/go-on.ts";
import { knowsPasskeys, signWithPasskey } from "../../entry/passkey.ts";
import { PasswordForm } from "../../entry/password-form.tsx";
import { ProblemSummary } from "../../entry/problem-summary.tsx";
import { passkeyProblems, type Problem } from "../../entry/problems-of.ts";
import { usePasskeysInFields } from "../../entry/use-passkeys-in-fields.ts";
import { BeginPasskeyLogInDocument, LogInByPasskeyDocument } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { LogInData } from "./page.ts";
import type { LogInWords } from "./words.en.ts";

type LogInFormProps = {
  readonly providers: LogInData["logInProviders"];
  readonly earlier: readonly Problem[];
  /** Whether it is known that no person is logged in here. */
  readonly isOut: boolean;
  readonly whenCode: (token: string) => void;
  readonly whenMail: (purpose: "LINK" | "RECOVERY") => void;
};

/** Address and password, and below them the other ways in. */
export function LogInForm({ providers, earlier, isOut, whenCode, whenMail }: LogInFormProps) {
  const words = useWords<LogInWords>();
  return (
    <EntryPage heading={words.entry.logIn}>
      <PasswordForm submit={words.entry.logIn} then={goOn} whenCode={whenCode} earlier={earlier} />
      <AfterLogIn />
      <div className={styles["others"]}>
        <PasskeyButton isOut={isOut} />
        {providers.map(({ id, name }) => (
          <ButtonLink key={id} href={`/log-in/with/${id}`}>
            {words.with(name)}
          </ButtonLink>
        ))}
        <Button look="quiet" onClick={() => whenMail("LINK")}>
          {words.byMail}
        </Button>
        <Button look="quiet" onClick={() => whenMail("RECOVERY")}>
          {words.forgot}
        </Button>
      </div>
      <p>
        {words.noAccount} <a href="/sign-up">{words.entry.signUp}</a>
      </p>
    </EntryPage>
  );
}

function PasskeyButton({ isOut }: Pick<LogInFormProps, "isOut">) {
  const words = useWords<LogInWords>();
  const [isKnown, setIsKnown] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const inFields = usePasskeysInFields(goOnByPasskey, { isOn: isOut });
  useEffect(() => setIsKnown(knowsPasskeys()), []);

  async function logIn(): Promise<void> {
    inFields.end();
    setProblems([]);
    try {
      const { data } = await ask(BeginPasskeyLogInDocument);
      const signed = await signWithPasskey(data.beginPasskeyLogIn);
      await ask(LogInByPasskeyDocument, { input: { ...signed, delivery: "COOKIE" } });
      goOnByPasskey();
    } catch (error) {
      setProblems(passkeyProblems(error, words.entry));
    }
  }
  if (!isKnown) return null;
  return (
    <>
      <ProblemSummary problems={problems} />
      <Button onClick={() => void logIn()}>{words.byPasskey}</Button>
    </>
  );
}
