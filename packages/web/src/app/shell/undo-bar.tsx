import { useSyncExternalStore } from "react";
import { Button } from "../../components/button.tsx";
import { delayedActions, onDelayedActions, takeBack } from "../delayed-actions.ts";
import { useAppWords } from "../words/app-words-context.tsx";
import styles from "./shell.module.css";

/** What will be done in a few seconds, each with a way to take it back; and what did not work, until it is put away. */
export function UndoBar() {
  const { undo, close } = useAppWords();
  const waiting = useSyncExternalStore(onDelayedActions, delayedActions);
  return (
    <ul className={styles["undo"]} aria-live="polite">
      {waiting.map(({ subject, text, failure, hasFailed }) => (
        <li key={subject}>
          {hasFailed ? failure : text}{" "}
          <Button onClick={() => takeBack(subject)}>{hasFailed ? close : undo}</Button>
        </li>
      ))}
    </ul>
  );
}
