const words = {
  en: {
    with: "With",
    when: "When",
    state: "State",
    where: "Where",
    CONFIRMED: "Confirmed",
    PENDING: "Waits for an answer",
    CANCELLED: "Cancelled",
    DECLINED: "Not confirmed",
    COMPLETED: "Over",
    NO_SHOW: "Missed",
    reschedule: "Choose another time",
    cancel: "Cancel the booking",
    cancelSure: "Cancel this booking?",
    reason: "Reason (optional)",
    yes: "Yes, cancel it",
    back: "Back",
    newTime: "Choose a new time",
    noTimes: "There are no other times in the next two weeks.",
    later: "Later times",
    linkBad: "This link is not valid, or has expired.",
    failed: "That did not work. Try again in a moment.",
    SLOT_TAKEN: "Someone has just booked that time. Choose another.",
  },
  sv: {
    with: "Med",
    when: "När",
    state: "Läge",
    where: "Var",
    CONFIRMED: "Bekräftad",
    PENDING: "Väntar på svar",
    CANCELLED: "Avbokad",
    DECLINED: "Inte bekräftad",
    COMPLETED: "Avslutad",
    NO_SHOW: "Missad",
    reschedule: "Välj en annan tid",
    cancel: "Avboka",
    cancelSure: "Vill du avboka?",
    reason: "Anledning (valfritt)",
    yes: "Ja, avboka",
    back: "Tillbaka",
    newTime: "Välj en ny tid",
    noTimes: "Det finns inga andra tider de närmaste två veckorna.",
    later: "Senare tider",
    linkBad: "Länken gäller inte, eller har gått ut.",
    failed: "Det gick inte. Försök igen om en stund.",
    SLOT_TAKEN: "Någon har just bokat den tiden. Välj en annan.",
  },
};

const locale = navigator.language.toLowerCase().startsWith("sv") ? "sv" : "en";
document.documentElement.lang = locale;

// The page's words in the reader's language.
export const say = words[locale];

// A time from start to end in the words of the reader's language, in the given zone or the reader's own. Where a clock
// is set back or forward on that day, both have the abbreviations of their offsets, so that repeated hours differ.
export function sayRange(start, end, timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone) {
  const write = (at, options) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at);
  const offset = { timeZoneName: "shortOffset", hour: "2-digit", minute: "2-digit" };
  const [from, to] = [new Date(start), new Date(end)];
  const day = 86_400_000;
  const offsets = [from.getTime() - day, to.getTime() + day].map(
    (at) =>
      new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" })
        .format(at)
        .split(", ")[1],
  );
  const clock = offsets[0] === offsets[1] ? { timeStyle: "short" } : offset;
  const [fromDate, toDate] = [from, to].map((at) => write(at, { dateStyle: "full" }));
  const last = `${fromDate === toDate ? "" : `${toDate}, `}${write(to, clock)}`;
  return `${fromDate}, ${write(from, clock)} – ${last} (${timeZone})`;
}
