import { now } from "@internationalized/date";
import { useEffect, useState } from "react";
import styles from "./agenda.module.css";

/** The present minute on today's column. */
export function NowLine({ timeZone }: { readonly timeZone: string }) {
  const [at, setAt] = useState(() => now(timeZone));
  useEffect(() => {
    const timer = setInterval(() => setAt(now(timeZone)), 60_000);
    return () => clearInterval(timer);
  }, [timeZone]);
  return (
    <div
      className={styles["now"]}
      style={{ "--from": at.hour * 60 + at.minute } as object}
      aria-hidden="true"
    />
  );
}
