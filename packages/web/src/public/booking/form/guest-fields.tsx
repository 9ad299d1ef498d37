import { useState } from "react";
import { Button } from "../../../components/button.tsx";
import { useWords } from "../../../words/words-context.tsx";
import { Field } from "./field.tsx";
import styles from "./field.module.css";
import type { Mistake } from "../visitor.ts";
import type { BookingWords } from "../words.en.ts";

/** Addresses of guests, ten at most; folded until the visitor adds one. */
export function GuestFields({ mistakes }: { readonly mistakes: readonly Mistake[] }) {
  const words = useWords<BookingWords>();
  const [count, setCount] = useState(0);
  return (
    <div className={styles["field"]}>
      {Array.from({ length: count }, (_, index) => {
        const id = `guest-${index}`;
        const mistake = mistakes.find(({ field }) => field === id)?.kind;
        return (
          <Field
            key={id}
            name="guest"
            field={{ id, kind: "EMAIL", label: words.guestNumber(index + 1), isRequired: false }}
            mistake={mistake}
          />
        );
      })}
      {count < 10 && (
        <Button look="quiet" onClick={() => setCount(count + 1)}>
          {words.addGuest}
        </Button>
      )}
    </div>
  );
}
