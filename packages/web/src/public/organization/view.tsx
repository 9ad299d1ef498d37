import { Frame } from "../../components/frame.tsx";
import { OrganizationHead } from "../../components/organization-head.tsx";
import { useWords } from "../../words/words-context.tsx";
import { MeetingTypeCard } from "./meeting-type-card.tsx";
import type { OrganizationData } from "./page.ts";
import styles from "./view.module.css";
import type { OrganizationWords } from "./words.en.ts";

/** `/@{org}`: the organization and its public meetings. */
export function View({ data }: { readonly data: OrganizationData }) {
  const words = useWords<OrganizationWords>();
  const { name, slug, logoUrl, meetingTypes } = data;
  return (
    <Frame>
      <header className={styles["head"]}>
        <OrganizationHead logoUrl={logoUrl} name={name} />
        <h1 dir="auto">{name}</h1>
      </header>
      {meetingTypes.nodes.length === 0 ? (
        <p className={styles["empty"]}>{words.empty}</p>
      ) : (
        <ul className={styles["types"]}>
          {meetingTypes.nodes.map((each, index) => (
            <li key={index}>
              <MeetingTypeCard organizationSlug={slug} meetingType={each} />
            </li>
          ))}
        </ul>
      )}
    </Frame>
  );
}
