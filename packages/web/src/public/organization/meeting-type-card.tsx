import { readFragment, type FragmentType } from "../../generated/fragment-masking.ts";
import { MeetingTypeCardFragmentDoc } from "../../generated/graphql.ts";
import { useEmbedding } from "../../embedded/embedding.tsx";
import { useWords } from "../../words/words-context.tsx";
import styles from "./meeting-type-card.module.css";
import type { OrganizationWords } from "./words.en.ts";

type MeetingTypeCardProps = {
  readonly organizationSlug: string;
  readonly meetingType: FragmentType<typeof MeetingTypeCardFragmentDoc>;
};

/** One kind of meeting as a card that leads to its booking page. */
export function MeetingTypeCard({ organizationSlug, meetingType }: MeetingTypeCardProps) {
  const words = useWords<OrganizationWords>();
  const { slug, title, durationsMinutes, location, needsConfirmation, seats } = readFragment(
    MeetingTypeCardFragmentDoc,
    meetingType,
  );
  const folder = useEmbedding() ? "/embed" : "";
  return (
    <a
      className={styles["card"]}
      href={`${folder}/@${organizationSlug}/${slug}`}
      target={folder && "_self"}
    >
      <h2 dir="auto">{title}</h2>
      <ul className={styles["facts"]}>
        <li>{words.minutes(durationsMinutes)}</li>
        <li>{words.places[location.kind]}</li>
        {needsConfirmation && <li>{words.needsConfirmation}</li>}
        {seats > 1 && <li>{words.seats(seats)}</li>}
      </ul>
    </a>
  );
}
