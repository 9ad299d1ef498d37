import { useEffect, useState } from "react";
import { useEmbedding } from "../../embedded/embedding.tsx";
import { useLanguage } from "../../words/words-context.tsx";
import { formatTag } from "../../words/languages.ts";
import { createClock, type Clock } from "../../time/create-clock.ts";

/** How this visitor reads times. Before the browser has said so, `isKnown` is false and no time is drawn. */
export type VisitorReading = {
  readonly isKnown: boolean;
  readonly timeZone: string;
  readonly isHour12: boolean;
  readonly firstWeekday: number;
  /** The browser hides its zone and says UTC: the page asks once. */
  readonly isHidden: boolean;
  readonly clock: Clock;
  readonly setTimeZone: (timeZone: string) => void;
  readonly setHour12: (isHour12: boolean) => void;
};

type Chosen = { timeZone: string; isHour12: boolean; firstWeekday: number; isHidden: boolean };

/** Zone, clock and first weekday: of the address, else of the browser; kept in memory and in the address alone. */
export function useReading(organizationZone: string): VisitorReading {
  const tag = formatTag(useLanguage());
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => setChosen(ofBrowser()), []);
  const wanted = useEmbedding()?.zone ?? null;
  useEffect(() => {
    if (wanted === null || !isZone(wanted)) return;
    setChosen((now) => ({ ...(now ?? ofBrowser()), timeZone: wanted, isHidden: false }));
  }, [wanted]);
  const { timeZone, isHour12, firstWeekday, isHidden } = chosen ?? {
    timeZone: organizationZone,
    isHour12: false,
    firstWeekday: 1,
    isHidden: false,
  };
  const change = (part: Partial<Chosen>, [name, value]: readonly [string, string]) => {
    if (!chosen) return;
    setChosen({ ...chosen, ...part, isHidden: false });
    const address = new URL(location.href);
    address.searchParams.set(name, value);
    history.replaceState(history.state, "", address);
  };
  return {
    isKnown: chosen !== null,
    timeZone,
    isHour12,
    firstWeekday,
    isHidden,
    clock: createClock({ tag, timeZone, isHour12 }),
    setTimeZone: (zone) => change({ timeZone: zone }, ["zone", zone]),
    setHour12: (is) => change({ isHour12: is }, ["clock", is ? "12" : "24"]),
  };
}

function ofBrowser(): Chosen {
  const query = new URLSearchParams(location.search);
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  const asked = query.get("zone");
  const timeZone = asked !== null && isZone(asked) ? asked : own;
  const clock = query.get("clock");
  const usual = new Intl.DateTimeFormat(navigator.language, { hour: "numeric" }).resolvedOptions();
  return {
    timeZone,
    isHour12: clock === null ? usual.hour12 === true : clock === "12",
    firstWeekday: firstWeekdayOf(navigator.language),
    isHidden: timeZone === "UTC" && asked === null,
  };
}

function isZone(name: string): boolean {
  try {
    Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

// 0 is Sunday, as Date counts. Not every browser knows; then it is Monday.
function firstWeekdayOf(tag: string): number {
  type Week = { readonly firstDay: number };
  const locale = new Intl.Locale(tag) as Intl.Locale & {
    getWeekInfo?: () => Week;
    weekInfo?: Week;
  };
  return (locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 1 }).firstDay % 7;
}
