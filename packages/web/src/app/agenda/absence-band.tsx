import { readFragment, type FragmentType } from "../../generated/fragment-masking.ts";
import { AbsenceBandFragmentDoc } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import styles from "./agenda.module.css";
import type { AgendaWords } from "./words.en.ts";

/** A day on which the host is away. */
export function AbsenceBand({ absence }: { absence: FragmentType<typeof AbsenceBandFragmentDoc> }) {
  const words = useWords<AgendaWords>();
  const { standIn } = readFragment(AbsenceBandFragmentDoc, absence);
  const name = standIn?.displayName;
  return <p className={styles["absence"]}>{name ? words.awayFor(name) : words.away}</p>;
}
