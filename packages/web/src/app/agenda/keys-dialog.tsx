import { useState } from "react";
import { useWords } from "../../words/words-context.tsx";
import { AppDialog } from "../components/app-dialog.tsx";
import styles from "./agenda.module.css";
import { areKeysOn, setKeysOn } from "./keys-setting.ts";
import type { AgendaWords } from "./words.en.ts";

type KeysDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** The list of keys, and the switch for those that are single letters. */
export function KeysDialog({ isOpen, onClose }: KeysDialogProps) {
  const words = useWords<AgendaWords>();
  const [areOn, setAreOn] = useState(areKeysOn);
  return (
    <AppDialog heading={words.keysHeading} isOpen={isOpen} onClose={onClose}>
      <dl className={styles["keys"]}>
        {words.keyList.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label className="row">
        <input
          type="checkbox"
          checked={areOn}
          onChange={({ target }) => {
            setKeysOn(target.checked);
            setAreOn(target.checked);
          }}
        />
        {words.keysOn}
      </label>
    </AppDialog>
  );
}
