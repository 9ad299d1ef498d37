import { plural } from "../../words/plural.ts";
import type { AgendaWords } from "./words.en.ts";

const choose = plural("sv");

/** What the agenda says. */
export const words: AgendaWords = {
  heading: "Agenda",
  day: "Dag",
  week: "Vecka",
  list: "Lista",
  view: "Vy",
  today: "I dag",
  earlier: "Tidigare",
  later: "Senare",
  keys: "Tangenter",
  zone: (city, offset) => `Tider i ${city} (${offset})`,
  range: (from, to) => `${from} till ${to}`,
  untilNextDay: "nästa dag",
  nothing: "Inget den här dagen",
  emptyHeading: "Inget är bokat här än",
  emptyText: "Dela din sida, så att andra kan boka en tid med dig.",
  share: (name) => `Bokningssidan för ${name}`,
  copy: "Kopiera länken",
  copied: "Länken är kopierad.",
  blocked: "Spärrat",
  away: "Borta",
  awayFor: (name) => `Borta: ${name} tar över`,
  pending: (count) =>
    `${count} ${choose(count, "bokning väntar", "bokningar väntar")} på ditt svar`,
  until: (time) => `till ${time}`,
  new: (count) => `${count} ${choose(count, "ny bokning", "nya bokningar")}`,
  gone: (count) => `${count} ${choose(count, "bokning", "bokningar")} finns inte längre här`,
  allDay: "Hela dagen",
  tooMany: "Det finns fler bokningar än sidan visar. Välj en kortare tid.",
  partly: "Frånvaro och spärrad tid kunde inte läsas.",
  keysHeading: "Agendans tangenter",
  keysOn: "Använd enstaka tangenter",
  keyList: [
    ["← →", "till föregående och nästa"],
    ["t", "i dag"],
    ["d", "dag"],
    ["w", "vecka"],
    ["l", "lista"],
    ["?", "den här listan"],
  ],
};
