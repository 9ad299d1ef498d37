import { useLayoutEffect, useRef, useState } from "react";
import { Button, ButtonLink } from "../../components/button.tsx";
import {
  WithdrawFromManageDocument,
  type ManagedBookingFragment,
} from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import { CalendarPanel } from "./calendar-panel.tsx";
import { CancelPanel } from "./cancel-panel.tsx";
import { GuestPanel } from "./guest-panel.tsx";
import { MovePanel } from "./move-panel.tsx";
import type { PageState } from "./page-state-of.ts";
import { ProposePanel } from "./propose-panel.tsx";
import { useReader } from "./reader-context.tsx";
import type { Manage } from "./use-manage.ts";
import styles from "./view.module.css";
import type { ManageWords } from "./words.en.ts";
import { writeMoment } from "./write-when.ts";

type BookingActionsProps = {
  readonly manage: Manage;
  readonly booking: ManagedBookingFragment;
  readonly state: PageState;
  readonly until: number | null;
  readonly now: number;
};

/** What each panel needs: the booking, how to change it, and how to close the panel. */
export type PanelProps = {
  readonly manage: Manage;
  readonly booking: ManagedBookingFragment;
  readonly now: number;
  readonly close: () => void;
};

const panels = {
  move: MovePanel,
  cancel: CancelPanel,
  propose: ProposePanel,
  guests: GuestPanel,
  calendar: CalendarPanel,
};

type Open = keyof typeof panels;

/** What the attendee may do now. A button that would fail is not there; what it was for and until when is said instead. */
export function BookingActions({ manage, booking, state, until, now }: BookingActionsProps) {
  const words = useWords<ManageWords>();
  const reader = useReader();
  const [open, setOpen] = useState<Open | null>(null);
  const opener = useRef<Open | null>(null);
  const list = useRef<HTMLDivElement>(null);
  // The focus returns to the button that opened the panel.
  useLayoutEffect(() => {
    if (open === null && opener.current !== null) {
      list.current?.querySelector<HTMLElement>(`[data-opens="${opener.current}"]`)?.focus();
    }
    opener.current = open;
  }, [open]);
  if (open !== null) {
    const Panel = panels[open];
    return <Panel {...{ manage, booking, now }} close={() => setOpen(null)} />;
  }
  const isLate = until !== null && now > until;
  const { proposal } = booking;
  const isAsked = state === "asked" || state === "proposed";
  const offered: readonly Open[] = [
    ...(isLate ? [] : (["move", "cancel"] as const)),
    ...(isAsked ? [] : (["propose"] as const)),
    "guests",
    "calendar",
  ];
  const withdraw = () =>
    manage.now((ask) =>
      ask(WithdrawFromManageDocument, { input: { proposalId: proposal?.id ?? "" } }),
    );
  return (
    <section className={styles["panel"]} aria-labelledby="actions">
      <h2 id="actions">{words.actions}</h2>
      {until !== null && (
        <p className={styles["deadline"]}>
          {(isLate ? words.tooLate : words.until)(writeMoment(reader, until))}
        </p>
      )}
      <div className={styles["actions"]} ref={list}>
        {offered.map((name) => (
          <Button key={name} data-opens={name} onClick={() => setOpen(name)}>
            {words[name]}
          </Button>
        ))}
        {state === "asked" && <Button onClick={() => void withdraw()}>{words.withdraw}</Button>}
        <ButtonLink
          look="quiet"
          href={`/@${booking.organization.slug}/${booking.meetingType.slug}`}
        >
          {words.bookAgain}
        </ButtonLink>
      </div>
    </section>
  );
}
