import { useEffect, useRef, type ReactNode } from "react";
import { Frame } from "../components/frame.tsx";
import { Mark } from "../components/mark.tsx";
import { useWords } from "../words/words-context.tsx";
import type { EntryWords } from "../words/entry.en.ts";
import styles from "./entry-page.module.css";

type EntryPageProps = {
  readonly heading: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
};

/** A page of the log-in family: the sign, a heading, and one thing to do. A new heading gets the focus. */
export function EntryPage({ heading, lead, children }: EntryPageProps) {
  const { entry } = useWords<{ entry: EntryWords }>();
  const title = useRef<HTMLHeadingElement>(null);
  const first = useRef(heading);
  useEffect(() => {
    if (first.current !== heading) title.current?.focus();
    first.current = heading;
  }, [heading]);
  return (
    <Frame promise={entry.cookie}>
      <div className={styles["card"]}>
        <a className={styles["brand"]} href="/">
          <Mark /> Tidbok
        </a>
        <h1 ref={title} tabIndex={-1}>
          {heading}
        </h1>
        {lead && <p className={styles["lead"]}>{lead}</p>}
        <noscript className={styles["noscript"]}>{entry.noScript}</noscript>
        {children}
      </div>
    </Frame>
  );
}
