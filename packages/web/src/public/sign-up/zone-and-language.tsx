import { useLayoutEffect, useState } from "react";
import { Choice } from "../../entry/field.tsx";
import styles from "../../entry/field.module.css";
import { useLanguage, useWords } from "../../words/words-context.tsx";
import type { SignUpWords } from "./words.en.ts";

/** Zone and language as the browser has them, shown and changeable. */
export function ZoneAndLanguage() {
  const words = useWords<SignUpWords>();
  const language = useLanguage();
  const [zones, setZones] = useState<readonly string[]>([]);
  const [own, setOwn] = useState("");
  useLayoutEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    setZones([...new Set([timeZone, ...Intl.supportedValuesOf("timeZone")])]);
    setOwn(timeZone);
  }, []);
  return (
    <>
      <p className={styles["hint"]}>{words.noticed}</p>
      <Choice
        name="timeZone"
        label={words.timeZone}
        value={own}
        onChange={(event) => setOwn(event.currentTarget.value)}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </Choice>
      <Choice name="locale" label={words.language} defaultValue={language === "sv" ? "sv" : "en"}>
        <option value="en">English</option>
        <option value="sv">Svenska</option>
      </Choice>
    </>
  );
}
