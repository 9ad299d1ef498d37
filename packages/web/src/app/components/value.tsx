import { useState, type ReactNode } from "react";
import type { Withheld } from "@tidbok/client";
import { Icon } from "../shell/icon.tsx";
import { useAppWords } from "../words/app-words-context.tsx";
import { AppDialog } from "./app-dialog.tsx";
import styles from "./value.module.css";
import { useWithheld } from "./withheld-context.tsx";

type ValueProps = {
  /** What the value is called on the page. */
  readonly label: string;
  /** The field that it came from, such as `Attendee.email`. */
  readonly coordinate: string;
  readonly value: ReactNode;
};

/** A value that may be withheld. Withheld is not empty: it says that it is hidden, why, and what to do. */
export function Value({ label, coordinate, value }: ValueProps) {
  const { notGiven } = useAppWords();
  const withheld = useWithheld(coordinate);
  const isEmpty = value === null || value === undefined || value === "";
  if (withheld) {
    return (
      <>
        {!isEmpty && <bdi>{value} </bdi>}
        <Hidden label={label} withheld={withheld} />
      </>
    );
  }
  return isEmpty ? <span className="soft">{notGiven}</span> : <bdi>{value}</bdi>;
}

function Hidden({ label, withheld }: { readonly label: string; readonly withheld: Withheld }) {
  const words = useAppWords();
  const [isOpen, setIsOpen] = useState(false);
  const { reason, remedy, remedyCode } = withheld;
  return (
    <>
      <button
        type="button"
        className={styles["hidden"]}
        aria-label={words.why(label)}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="lock" /> {words.hidden}
      </button>
      <AppDialog
        heading={words.whatIsHidden(label)}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <p>{words.reasons[reason] ?? words.otherReason}</p>
        <p>
          {remedyCode === "CHANGE_ORGANIZATION_SETTING"
            ? words.oversight
            : (remedy ?? words.askHost)}
        </p>
      </AppDialog>
    </>
  );
}
