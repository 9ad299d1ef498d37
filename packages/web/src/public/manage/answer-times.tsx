import { Button } from "../../components/button.tsx";
import {
  AcceptFromManageDocument,
  DeclineFromManageDocument,
  type ManagedBookingFragment,
} from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import { useReader } from "./reader-context.tsx";
import type { Manage } from "./use-manage.ts";
import styles from "./view.module.css";
import type { ManageWords } from "./words.en.ts";
import { writeWhen } from "./write-when.ts";

type AnswerTimesProps = {
  readonly manage: Manage;
  readonly booking: ManagedBookingFragment;
  readonly now: number;
};

/** The times that the host proposed: one of them moves the booking, or all are declined. */
export function AnswerTimes({ manage, booking, now }: AnswerTimesProps) {
  const words = useWords<ManageWords>();
  const reader = useReader();
  const { proposal } = booking;
  if (!proposal) return null;
  const proposalId = proposal.id;
  const length = Date.parse(booking.endAt) - Date.parse(booking.startAt);
  const decline = () =>
    manage.later({
      name: "decline",
      send: (ask) => ask(DeclineFromManageDocument, { input: { proposalId } }),
    });
  return (
    <section className={styles["panel"]} aria-labelledby="proposed">
      <h2 id="proposed">{words.state.proposed}</h2>
      <ul className={styles["list"]}>
        {proposal.startsAt
          .filter((startAt) => Date.parse(startAt) > now)
          .map((startAt) => {
            const start = Date.parse(startAt);
            const take = () =>
              manage.now((ask) =>
                ask(AcceptFromManageDocument, { input: { proposalId, startAt } }),
              );
            return (
              <li key={startAt}>
                <Button look="primary" data-start={startAt} onClick={() => void take()}>
                  {words.take(writeWhen(reader, { start, end: start + length }))}
                </Button>
              </li>
            );
          })}
      </ul>
      <Button onClick={decline}>{words.declineAll}</Button>
    </section>
  );
}
