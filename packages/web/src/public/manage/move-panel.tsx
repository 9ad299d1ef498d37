import { Button } from "../../components/button.tsx";
import { MoveManagedDocument } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { PanelProps } from "./booking-actions.tsx";
import { Heading } from "./heading.tsx";
import { TimeList } from "./time-list.tsx";
import styles from "./view.module.css";
import type { ManageWords } from "./words.en.ts";

/** Choose a free time; the booking moves there after six seconds. */
export function MovePanel({ manage, booking, now, close }: PanelProps) {
  const words = useWords<ManageWords>();
  const move = (startAt: string) => {
    const input = { bookingId: booking.id, startAt };
    manage.later({ name: "move", send: (ask) => ask(MoveManagedDocument, { input }) });
  };
  return (
    <section className={styles["panel"]}>
      <Heading level={2}>{words.moveHeading}</Heading>
      {booking.meetingType.needsConfirmation && <p>{words.asksAgain}</p>}
      <TimeList {...{ manage, booking, now }} choose={move} />
      <Button data-closes onClick={close}>
        {words.back}
      </Button>
    </section>
  );
}
