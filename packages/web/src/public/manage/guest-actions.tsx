import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { RemoveGuestFromManageDocument } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import { Heading } from "./heading.tsx";
import type { Manage } from "./use-manage.ts";
import styles from "./view.module.css";
import type { ManageWords } from "./words.en.ts";

type GuestActionsProps = { readonly manage: Manage; readonly guestId: string };

/** What a guest may do: leave. */
export function GuestActions({ manage, guestId }: GuestActionsProps) {
  const words = useWords<ManageWords>();
  const [isSure, setSure] = useState(false);
  const leave = () =>
    manage.later({
      name: "leave",
      send: (ask) => ask(RemoveGuestFromManageDocument, { input: { guestId } }),
    });
  if (isSure) {
    return (
      <section className={styles["panel"]}>
        <Heading level={2}>{words.leaveHeading}</Heading>
        <p>{words.leaveHint}</p>
        <div className={styles["actions"]}>
          <Button look="danger" onClick={leave}>
            {words.confirmLeave}
          </Button>
          <Button onClick={() => setSure(false)}>{words.back}</Button>
        </div>
      </section>
    );
  }
  return (
    <section className={styles["panel"]}>
      <h2>{words.guestHeading}</h2>
      <p>{words.guestMay}</p>
      <Button onClick={() => setSure(true)}>{words.leave}</Button>
    </section>
  );
}
