import { GraphError } from "@tidbok/client";
import { useState } from "react";
import { Button, ButtonLink } from "../../components/button.tsx";
import { ask } from "../../entry/ask.ts";
import { EntryPage } from "../../entry/entry-page.tsx";
import styles from "../../entry/entry-page.module.css";
import { knowsPasskeys } from "../../entry/passkey.ts";
import { ProblemSummary } from "../../entry/problem-summary.tsx";
import { passkeyProblems, type Problem } from "../../entry/problems-of.ts";
import { useWhereTo } from "../../entry/use-where-to.ts";
import {
  LogOutDocument,
  RemovePasskeyDocument,
  type OwnLogInQuery,
} from "../../generated/graphql.ts";
import { useLanguage, useWords } from "../../words/words-context.tsx";
import { formatTag } from "../../words/languages.ts";
import { addPasskey, confirmByPasskey } from "./add-passkey.ts";
import type { LogInWords } from "./words.en.ts";

type OwnLogInProps = {
  readonly own: OwnLogInQuery;
  readonly again: () => Promise<void>;
  readonly whenOut: () => void;
};

/** Who is logged in, their passkeys, and the way out. */
export function OwnLogIn({ own: { me, passkeys }, again, whenOut }: OwnLogInProps) {
  const words = useWords<LogInWords>();
  const day = new Date().toLocaleDateString(formatTag(useLanguage()));
  const to = useWhereTo();
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  // Where the log-in is too long ago, a passkey shows who it is.
  async function attempt(work: () => Promise<unknown>): Promise<void> {
    setProblems([]);
    try {
      await work().catch(async (error: unknown) => {
        if (!(error instanceof GraphError) || error.code !== "FRESH_LOGIN_REQUIRED") throw error;
        if ((passkeys ?? []).length === 0) throw error;
        await confirmByPasskey();
        await work();
      });
      await again();
    } catch (error) {
      setProblems(passkeyProblems(error, words.entry));
    }
  }
  const remove = (passkeyId: string) => ask(RemovePasskeyDocument, { input: { passkeyId } });
  const logOut = () =>
    ask(LogOutDocument).then(whenOut, (error: unknown) =>
      setProblems(passkeyProblems(error, words.entry)),
    );
  return (
    <EntryPage heading={words.loggedIn(me?.displayName ?? "")}>
      <ProblemSummary problems={problems} />
      <ButtonLink href={to} look="primary">
        {words.entry.goOn}
      </ButtonLink>
      <section className={styles["others"]}>
        <h2>{words.passkeys}</h2>
        <p className={styles["lead"]}>{words.passkeysLead}</p>
        <ul>
          {(passkeys ?? []).map(({ id, name }) => (
            <li key={id}>
              <span dir="auto">{name}</span>{" "}
              <Button look="quiet" onClick={() => void attempt(() => remove(id))}>
                {words.removePasskey(name ?? "")}
              </Button>
            </li>
          ))}
        </ul>
        {knowsPasskeys() && (
          <Button onClick={() => void attempt(() => addPasskey(words.passkeyNamed(day)))}>
            {words.addPasskey}
          </Button>
        )}
      </section>
      <Button onClick={() => void logOut()}>{words.logOut}</Button>
    </EntryPage>
  );
}
