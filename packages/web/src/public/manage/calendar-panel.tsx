import { useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import {
  CalendarFeedsOfLinkDocument,
  EndFeedFromManageDocument,
  FeedFromManageDocument,
} from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { PanelProps } from "./booking-actions.tsx";
import { calendarFile } from "./calendar-file.ts";
import { Heading } from "./heading.tsx";
import styles from "./view.module.css";
import type { ManageWords } from "./words.en.ts";

type Feeds = readonly { readonly id: string; readonly name: string | null }[];

/** A file of the meeting, and feeds that follow its changes. */
export function CalendarPanel({ manage, booking, close }: PanelProps) {
  const words = useWords<ManageWords>();
  const [feeds, setFeeds] = useState<Feeds>([]);
  const [url, setUrl] = useState<string | null>(null);
  const read = async () => {
    const { calendarFeeds } = await manage.ask(CalendarFeedsOfLinkDocument, {});
    setFeeds(calendarFeeds ?? []);
  };
  useEffect(() => void read().catch(() => undefined), []);
  const make = () =>
    manage.now(async (ask) => {
      const input = { name: words.feedName, details: ["TITLE" as const] };
      const { createCalendarFeed } = await ask(FeedFromManageDocument, { input });
      setUrl(createCalendarFeed.url);
      await read();
    });
  const end = (calendarFeedId: string) =>
    manage.now(async (ask) => {
      await ask(EndFeedFromManageDocument, { input: { calendarFeedId } });
      setUrl(null);
      await read();
    });
  return (
    <section className={styles["panel"]}>
      <Heading level={2}>{words.calendarHeading}</Heading>
      <p>{words.fileHint}</p>
      <Button onClick={() => download(booking)}>{words.file}</Button>
      <p>{words.feedHint}</p>
      {url !== null && (
        <label className={styles["field"]}>
          {words.feedUrl}
          <input readOnly value={url} dir="ltr" onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
      <ul className={styles["list"]}>
        {feeds.map(({ id, name }) => (
          <li key={id}>
            <Button look="quiet" onClick={() => void end(id)}>
              {words.endFeed(name ?? "")}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles["actions"]}>
        <Button onClick={() => void make()}>{words.makeFeed}</Button>
        <Button data-closes onClick={close}>
          {words.back}
        </Button>
      </div>
    </section>
  );
}

function download(booking: PanelProps["booking"]): void {
  const text = calendarFile({
    uid: booking.id,
    sequence: booking.sequence,
    stampAt: Date.parse(booking.changedAt),
    start: Date.parse(booking.startAt),
    end: Date.parse(booking.endAt),
    title: booking.meetingType.title,
    location: booking.location.text,
    isTentative: booking.state === "PENDING",
  });
  const address = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  const link = Object.assign(document.createElement("a"), {
    href: address,
    download: "tidbok.ics",
  });
  link.click();
  // Some browsers read the file only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
