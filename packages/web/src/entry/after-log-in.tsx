import { useWords } from "../words/words-context.tsx";
import type { EntryWords } from "../words/entry.en.ts";
import styles from "./field.module.css";
import { useWhereTo } from "./use-where-to.ts";

/** Says where the log-in leads, before a person logs in. */
export function AfterLogIn() {
  const { entry } = useWords<{ entry: EntryWords }>();
  const to = useWhereTo();
  const [, part = ""] = to.split("/");
  const name = Object.hasOwn(entry.places, part) ? entry.places[part as "app"] : to;
  return <p className={styles["hint"]}>{entry.goesTo(name)}</p>;
}
