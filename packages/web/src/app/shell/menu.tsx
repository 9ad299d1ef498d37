import { Link, useRouter } from "@tanstack/react-router";
import { Button } from "../../components/button.tsx";
import { Mark } from "../../components/mark.tsx";
import { readFragment, type FragmentType } from "../../generated/fragment-masking.ts";
import { LogOutDocument, MenuFragmentDoc } from "../../generated/graphql.ts";
import { ask, queryClient } from "../ask-graph.ts";
import { useAppWords } from "../words/app-words-context.tsx";
import { Icon } from "./icon.tsx";
import styles from "./shell.module.css";

/** The menu: what the person may open, for all organizations and for each of them. */
export function Menu({ account }: { account: FragmentType<typeof MenuFragmentDoc> }) {
  const { displayName, memberships } = readFragment(MenuFragmentDoc, account);
  const words = useAppWords();
  const { history } = useRouter();
  async function logOut() {
    await ask(LogOutDocument);
    queryClient.clear();
    history.destroy();
    location.assign("/log-in");
  }
  return (
    <nav className={styles["menu"]} aria-label={words.menu}>
      <span className={styles["brand"]}>
        <Mark /> Tidbok
      </span>
      <Link to="/app" activeOptions={{ exact: true, includeSearch: false }}>
        <Icon name="calendar" /> {words.agenda}
      </Link>
      <Link to="/app/bookings">
        <Icon name="list" /> {words.bookings}
      </Link>
      {(memberships ?? []).map(({ organization }) =>
        organization ? <Places key={organization.slug} {...organization} /> : null,
      )}
      <span className={styles["end"]}>
        <bdi className="soft">{displayName}</bdi>
        <Button look="quiet" onClick={() => void logOut()}>
          {words.logOut}
        </Button>
      </span>
    </nav>
  );
}

function Places({ name }: { readonly slug: string; readonly name: string }) {
  return (
    <section className={styles["places"]}>
      <h2>
        <bdi>{name}</bdi>
      </h2>
    </section>
  );
}
