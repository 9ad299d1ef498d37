import { useEffect, useState } from "react";
import { useAppWords } from "../words/app-words-context.tsx";
import styles from "./working.module.css";

/** The place of what is being loaded: nothing for 150 ms, then its shape, after four seconds a word. */
export function Working() {
  const { working } = useAppWords();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), 4_000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles["working"]} aria-busy="true">
      <p role="status">{isLong ? working : ""}</p>
    </div>
  );
}
