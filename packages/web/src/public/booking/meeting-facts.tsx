import { OrganizationHead } from "../../components/organization-head.tsx";
import { readFragment } from "../../generated/fragment-masking.ts";
import { MeetingFactsFragmentDoc } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { BookingData } from "./offer.ts";
import styles from "./meeting-facts.module.css";
import type { Slots } from "./use-slots.ts";
import type { BookingWords } from "./words.en.ts";

type MeetingFactsProps = {
  readonly data: BookingData;
  readonly slots: Slots;
  /** Whether a time is chosen, with which the length may not change any more. */
  readonly isFixed: boolean;
};

/** What is booked, with whom, where, by which rules, and what happens to what one writes. */
export function MeetingFacts({ data, slots, isFixed }: MeetingFactsProps) {
  const words = useWords<BookingWords>();
  const { organization, type } = data;
  const facts = readFragment(MeetingFactsFragmentDoc, type);
  const names = facts.hosts.flatMap(({ account }) => account.displayName ?? []);
  const hosts = facts.mode === "ROUND_ROBIN" ? words.oneOf(names) : words.list(names);
  const lines = [
    `${words.places[facts.location.kind]}${facts.location.text ? `: ${facts.location.text}` : ""}`,
    words.changeNotice(facts.changeNoticeMinutes),
    ...(facts.needsConfirmation ? [words.needsConfirmation(facts.confirmWithinMinutes)] : []),
  ];
  return (
    <section className={styles["facts"]} aria-labelledby="title">
      <div className={styles["who"]}>
        <OrganizationHead logoUrl={organization.logoUrl} name={organization.name} />
        <div>
          <a className={styles["organization"]} href={`/@${organization.slug}`} dir="auto">
            {organization.name}
          </a>
          <div className={styles["hosts"]} dir="auto">
            {hosts}
          </div>
        </div>
      </div>
      <h1 id="title" dir="auto">
        {facts.title}
      </h1>
      {type.durationsMinutes.length > 1 && !isFixed ? (
        <div className={styles["durations"]} role="group" aria-label={words.length}>
          {type.durationsMinutes.map((minutes) => (
            <button
              key={minutes}
              type="button"
              aria-pressed={minutes === slots.duration}
              onClick={() => slots.setDuration(minutes)}
            >
              {words.minutes(minutes)}
            </button>
          ))}
        </div>
      ) : (
        <p className={styles["length"]}>{words.minutes(slots.duration)}</p>
      )}
      <ul className={styles["lines"]}>
        {lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
      {facts.description && (
        <p className={styles["description"]} dir="auto">
          {facts.description}
        </p>
      )}
      <p className={styles["promise"]}>{words.promise(hosts)}</p>
    </section>
  );
}
