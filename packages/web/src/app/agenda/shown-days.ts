import { parseDate, startOfWeek, today, type CalendarDate } from "@internationalized/date";
import { formatTag, type Language } from "../../words/languages.ts";
import type { AgendaSearch, AgendaView } from "./agenda-search.ts";

/** The days that the agenda shows, and how far its arrows go. */
export type ShownDays = {
  readonly view: AgendaView;
  readonly date: CalendarDate;
  readonly days: readonly CalendarDate[];
  readonly today: CalendarDate;
};

type Asked = {
  readonly search: AgendaSearch;
  readonly language: Language;
  readonly timeZone: string;
};

/** Reads from the address which days are shown: one, the week around it, or two weeks from it on. */
export function shownDays({ search, language, timeZone }: Asked): ShownDays {
  const now = today(timeZone);
  const date = search.date ? parseDate(search.date) : now;
  const view = search.view ?? (matchMedia("(max-width: 48rem)").matches ? "day" : "week");
  const first = view === "week" ? startOfWeek(date, weekTag(language)) : date;
  const count = view === "day" ? 1 : view === "week" ? 7 : 14;
  const days = Array.from({ length: count }, (_, index) => first.add({ days: index }));
  return { view, date, days, today: now };
}

// The browser knows in which country one lives; the language of the page alone does not.
function weekTag(language: Language): string {
  const tag = formatTag(language);
  return navigator.languages.find((each) => each.startsWith(`${tag.slice(0, 2)}-`)) ?? tag;
}
