import type { ManagedBookingFragment } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import { useReader } from "./reader-context.tsx";
import styles from "./view.module.css";
import type { ManageWords } from "./words.en.ts";
import { differs, writeWhen } from "./write-when.ts";

/** When with zone, how long, with whom and where. The organization's time stands below where its clock differs. */
export function BookingFacts({ booking }: { readonly booking: ManagedBookingFragment }) {
  const words = useWords<ManageWords>();
  const reader = useReader();
  const { startAt, endAt, hosts, location, organization, attendees, state } = booking;
  const range = { start: Date.parse(startAt), end: Date.parse(endAt) };
  const theirs = organization.timeZone;
  const names = hosts.flatMap(({ displayName }) => displayName ?? []).join(", ");
  const attendee = attendees[0]?.name;
  const hasRoomLater = location.kind === "ONLINE" && location.text === null && state === "PENDING";
  return (
    <dl className={styles["facts"]}>
      <dt>{words.when}</dt>
      <dd>
        <time dateTime={startAt}>
          <bdi>{writeWhen(reader, range)}</bdi>
        </time>
        {differs([reader.timeZone, theirs], range.start) && (
          <span className={styles["soft"]}>
            {words.there(writeWhen({ ...reader, timeZone: theirs }, range))}
          </span>
        )}
      </dd>
      <dt>{words.duration}</dt>
      <dd>{words.minutes((range.end - range.start) / 60_000)}</dd>
      {names && (
        <>
          <dt>{words.with}</dt>
          <dd dir="auto">{names}</dd>
        </>
      )}
      <dt>{words.where}</dt>
      <dd dir="auto">
        {words.places[location.kind]}
        {location.text && <Place text={location.text} />}
        {hasRoomLater && <span className={styles["soft"]}>{words.roomLater}</span>}
      </dd>
      {attendee && (
        <>
          <dt>{words.bookedBy}</dt>
          <dd dir="auto">{attendee}</dd>
        </>
      )}
    </dl>
  );
}

// Only what is an address of the web as a whole becomes a link.
function Place({ text }: { readonly text: string }) {
  return /^https?:\/\/\S+$/.test(text) ? (
    <a href={text} rel="noreferrer noopener">
      {text}
    </a>
  ) : (
    <span>{text}</span>
  );
}
