import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { ProposeFromManageDocument } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { PanelProps } from "./booking-actions.tsx";
import { Heading } from "./heading.tsx";
import { TimeList } from "./time-list.tsx";
import styles from "./view.module.css";
import type { ManageWords } from "./words.en.ts";

const most = 5;

/** Choose one to five free times that the host is asked for. */
export function ProposePanel({ manage, booking, now, close }: PanelProps) {
  const words = useWords<ManageWords>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (startAt: string) => {
    const without = chosen.filter((each) => each !== startAt);
    if (without.length < chosen.length) setChosen(without);
    else if (chosen.length < most) setChosen([...chosen, startAt]);
  };
  const propose = () => {
    const input = { bookingId: booking.id, startsAt: chosen };
    manage.later({ name: "propose", send: (ask) => ask(ProposeFromManageDocument, { input }) });
  };
  return (
    <section className={styles["panel"]}>
      <Heading level={2}>{words.proposeHeading}</Heading>
      <p>{words.proposeHint}</p>
      <TimeList {...{ manage, booking, now, chosen }} choose={toggle} />
      <p role="status">{words.chosen(chosen.length)}</p>
      <div className={styles["actions"]}>
        {chosen.length > 0 && (
          <Button look="primary" onClick={propose}>
            {words.sendTimes}
          </Button>
        )}
        <Button data-closes onClick={close}>
          {words.back}
        </Button>
      </div>
    </section>
  );
}
