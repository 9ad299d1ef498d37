const views = ["day", "week", "list"] as const;

/** How the agenda is looked at. */
export type AgendaView = (typeof views)[number];

/** What stands in the agenda's address; without a date it is today, without a view the week (on phones the day). */
export type AgendaSearch = { readonly view?: AgendaView; readonly date?: string };

/** Reads the address; what it does not know is left out. */
export function agendaSearch(given: Record<string, unknown>): AgendaSearch {
  const view = views.find((each) => each === given["view"]);
  const date = String(given["date"] ?? "");
  return {
    ...(view && { view }),
    ...(/^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) && { date }),
  };
}
