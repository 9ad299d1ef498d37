import { plural } from "../../words/plural.ts";

const choose = plural("en");

/** What the agenda says. */
export const words = {
  heading: "Agenda",
  day: "Day",
  week: "Week",
  list: "List",
  view: "View",
  today: "Today",
  earlier: "Earlier",
  later: "Later",
  keys: "Keys",
  zone: (city: string, offset: string) => `Times in ${city} (${offset})`,
  range: (from: string, to: string) => `${from} to ${to}`,
  untilNextDay: "the next day",
  nothing: "Nothing on this day",
  emptyHeading: "Nothing is booked here yet",
  emptyText: "Share your page, so that people can book a time with you.",
  share: (name: string) => `Booking page of ${name}`,
  copy: "Copy the link",
  copied: "The link is copied.",
  blocked: "Blocked",
  away: "Away",
  awayFor: (name: string) => `Away: ${name} stands in`,
  pending: (count: number) =>
    `${count} ${choose(count, "booking waits", "bookings wait")} for your answer`,
  until: (time: string) => `until ${time}`,
  new: (count: number) => `${count} new ${choose(count, "booking", "bookings")}`,
  gone: (count: number) => `${count} ${choose(count, "booking is", "bookings are")} no longer here`,
  allDay: "All day",
  tooMany: "There are more bookings than this page shows. Choose a shorter time.",
  partly: "Absences and blocked time could not be read.",
  keysHeading: "Keys of the agenda",
  keysOn: "Use single keys",
  keyList: [
    ["← →", "to the previous and the next entry"],
    ["t", "today"],
    ["d", "day"],
    ["w", "week"],
    ["l", "list"],
    ["?", "this list"],
  ],
};

/** The texts that every language must have. */
export type AgendaWords = typeof words;
