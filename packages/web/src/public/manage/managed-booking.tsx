import { useLayoutEffect, useRef, useState } from "react";
import { OrganizationHead } from "../../components/organization-head.tsx";
import type { ManagedBookingFragment } from "../../generated/graphql.ts";
import { formatTag } from "../../words/languages.ts";
import { useLanguage, useWords } from "../../words/words-context.tsx";
import { AnswerTimes } from "./answer-times.tsx";
import { BookingActions } from "./booking-actions.tsx";
import { BookingFacts } from "./booking-facts.tsx";
import { GuestActions } from "./guest-actions.tsx";
import { Heading } from "./heading.tsx";
import { History } from "./history.tsx";
import type { ManageData } from "./page.ts";
import { changeUntil, isOpen, pageStateOf } from "./page-state-of.ts";
import { ReaderProvider, readerOf } from "./reader-context.tsx";
import { SoonNotice } from "./soon-notice.tsx";
import { StateNotice } from "./state-notice.tsx";
import { subjectOf } from "./subject-of.ts";
import type { Manage } from "./use-manage.ts";
import styles from "./view.module.css";
import type { ManageWords } from "./words.en.ts";

type ManagedBookingProps = {
  readonly manage: Manage;
  readonly booking: ManagedBookingFragment;
  readonly data: ManageData;
  readonly secret: string;
};

/** A booking: its state first, its facts, and what its bearer may do now. */
export function ManagedBooking({ manage, booking, data, secret }: ManagedBookingProps) {
  const words = useWords<ManageWords>();
  const tag = formatTag(useLanguage());
  const [reader] = useState(() => readerOf(tag, booking.attendees[0]?.timeZone ?? null));
  // A browser's clock may be days off; how long ago the page was made is not.
  const now = data.now + performance.now();
  const isGuest = booking.guests.some(({ id }) => id === subjectOf(secret));
  const state = pageStateOf(booking, now);
  const until = changeUntil(booking);
  const { problem, soon } = manage;
  const article = useRef<HTMLElement>(null);
  // The button that was pressed may be gone with what it changed; the focus must not go with it.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) article.current?.querySelector("h1")?.focus();
  }, [booking, soon]);
  return (
    <ReaderProvider reader={reader}>
      <article ref={article} data-state={state} data-role={isGuest ? "guest" : "attendee"}>
        <header className={styles["head"]}>
          <OrganizationHead
            logoUrl={booking.organization.logoUrl}
            name={booking.organization.name}
          />
          <div>
            <p className={styles["soft"]} dir="auto">
              {booking.organization.name}
            </p>
            <Heading>{booking.meetingType.title}</Heading>
          </div>
        </header>
        <StateNotice {...{ booking, state, isGuest }} />
        {problem && (
          <p className={styles["problem"]} role="alert">
            {words.problem[problem] ?? words.problem["INTERNAL"]}
          </p>
        )}
        <BookingFacts booking={booking} />
        {soon !== null && <SoonNotice name={soon} undo={manage.undo} />}
        {soon === null && isOpen(state) && (
          <>
            {state === "proposed" && !isGuest && <AnswerTimes {...{ manage, booking, now }} />}
            {isGuest ? (
              <GuestActions manage={manage} guestId={subjectOf(secret) ?? ""} />
            ) : (
              <BookingActions {...{ manage, booking, state, until, now }} />
            )}
          </>
        )}
        {!isOpen(state) && !isGuest && (
          <a href={`/@${booking.organization.slug}/${booking.meetingType.slug}`}>
            {words.bookAgain}
          </a>
        )}
        <History booking={booking} isGuest={isGuest} />
      </article>
    </ReaderProvider>
  );
}
