import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { useWords } from "../../words/words-context.tsx";
import type { Change } from "./use-manage.ts";
import styles from "./view.module.css";
import type { ManageWords } from "./words.en.ts";

type SoonNoticeProps = { readonly name: Change["name"]; readonly undo: () => void };

/** What is sent in some seconds, and the button that prevents it; the button has the focus. */
export function SoonNotice({ name, undo }: SoonNoticeProps) {
  const words = useWords<ManageWords>();
  const button = useRef<HTMLDivElement>(null);
  const [seconds, setSeconds] = useState(6);
  useLayoutEffect(() => button.current?.querySelector("button")?.focus(), []);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className={`${styles["state"]} ${styles["waits"]}`} ref={button}>
      <p id="soon">
        {words.soon[name]} {words.notSent(seconds)}
      </p>
      <Button aria-describedby="soon" onClick={undo}>
        {words.undo}
      </Button>
    </div>
  );
}
