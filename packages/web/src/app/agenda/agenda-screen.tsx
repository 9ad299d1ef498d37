import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useWords } from "../../words/words-context.tsx";
import { Problem } from "../components/problem.tsx";
import { Working } from "../components/working.tsx";
import { useAppWords } from "../words/app-words-context.tsx";
import { AgendaBar } from "./agenda-bar.tsx";
import { AgendaDay } from "./agenda-day.tsx";
import type { AgendaSearch } from "./agenda-search.ts";
import styles from "./agenda.module.css";
import { EmptyAgenda } from "./empty-agenda.tsx";
import { entriesOf } from "./entries-of.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { PendingBookings } from "./pending-bookings.tsx";
import { useAgenda } from "./use-agenda.ts";
import { useAgendaKeys } from "./use-agenda-keys.ts";
import type { AgendaWords } from "./words.en.ts";

/** The agenda of the person over all of their organizations: a day, a week, or a list of two weeks. */
export function AgendaScreen() {
  const words = useWords<AgendaWords>();
  const { agenda: title } = useAppWords();
  const search = useSearch({ from: "/app" });
  const navigate = useNavigate({ from: "/app" });
  const [hasKeys, setHasKeys] = useState(false);
  const { me, clock, shown, bookings, away, organizations } = useAgenda(search);
  const go = (change: AgendaSearch) =>
    void navigate({ to: "/app", search: { view: shown.view, ...search, ...change } });
  useAgendaKeys({ go, showKeys: () => setHasKeys(true), today: String(shown.today) });
  useEffect(() => {
    document.title = `${title} – Tidbok`;
  }, [title]);

  const entries = entriesOf({
    bookings: bookings.data?.nodes ?? [],
    away: away.data?.data.me,
    accountId: me?.id,
  });
  return (
    <div className={styles["agenda"]} data-view={shown.view}>
      <AgendaBar {...{ clock, shown, go }} showKeys={() => setHasKeys(true)} />
      <PendingBookings clock={clock} />
      {bookings.error && <Problem error={bookings.error} onRetry={() => void bookings.refetch()} />}
      {away.error && <p className="problem">{words.partly}</p>}
      {bookings.data?.hasMore && <p className="problem">{words.tooMany}</p>}
      {bookings.data && bookings.data.nodes.length === 0 && (
        <EmptyAgenda organizations={organizations} />
      )}
      {bookings.isPending ? (
        !bookings.error && <Working />
      ) : (
        <div className={styles["days"]}>
          {shown.days.map((date) => (
            <AgendaDay
              key={String(date)}
              {...{ date, clock, entries }}
              isToday={date.compare(shown.today) === 0}
              isGrid={shown.view !== "list"}
            />
          ))}
        </div>
      )}
      <KeysDialog isOpen={hasKeys} onClose={() => setHasKeys(false)} />
    </div>
  );
}
