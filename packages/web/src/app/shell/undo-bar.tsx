import { useSyncExternalStore } from "react";
import { Button } from "../../components/button.tsx";
import { delayedActions, onDelayedActions, takeBack } from "../delayed-actions.ts";
import { useAppWords } from "../words/app-words-context.tsx";
import styles from "./shell.module.css";

/** What will be done in a few seconds, each with a way to take it back. */
export function UndoBar() {
  const { undo } = useAppWords();
  const waiting = useSyncExternalStore(onDelayedActions, delayedActions);
  return (
    <ul className={styles["undo"]} aria-live="polite">
      {waiting.map(({ subject, text }) => (
        <li key={subject}>
          {text} <Button onClick={() => takeBack(subject)}>{undo}</Button>
        </li>
      ))}
    </ul>
  );
}
