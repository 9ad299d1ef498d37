import { frame } from "../../words/frame.sv.ts";
import { places } from "../../words/places.sv.ts";
import { plural } from "../../words/plural.ts";
import { bookingProblems } from "./problems.sv.ts";
import type { BookingWords } from "./words.en.ts";

const count = plural("sv");
const list = (names: readonly string[]) => new Intl.ListFormat("sv").format(names);
const span = (minutes: number) =>
  minutes % 1440 === 0
    ? `${minutes / 1440} ${count(minutes / 1440, "dag", "dagar")}`
    : minutes % 60 === 0
      ? `${minutes / 60} h`
      : `${minutes} min`;

/** The words of `/@{org}/{type}`. */
export const words: BookingWords = {
  frame,
  places,
  list,
  oneOf: (names) => (names.length > 1 ? `En av ${list(names)}` : list(names)),
  length: "Längd",
  minutes: (minutes) => `${minutes} min`,
  changeNotice: (minutes) =>
    minutes === 0
      ? "Kan flyttas eller avbokas till mötets slut"
      : `Kan flyttas eller avbokas till ${span(minutes)} före`,
  needsConfirmation: (minutes) => `Väntar på ett ja, inom ${span(minutes)}`,
  promise: (hosts) =>
    `Bara ${hosts === "" ? "värdarna" : hosts} och mejlen om mötet får det du skriver. Varje fråga säger hur länge svaret sparas.`,
  previousMonth: "Föregående månad",
  nextMonth: "Nästa månad",
  times: (times) => (times === 0 ? "inga tider" : `${times} ${count(times, "tid", "tider")}`),
  nothing: "Inget går att boka just nu.",
  otherMeetings: "Se andra möten",
  noTimesIn: (month) => `Inga tider i ${month}.`,
  firstIs: (day) => `Den första är ${day}`,
  zone: "Tider i",
  clockNow: (time) => `nu ${time}`,
  changeZone: "Byt tidszon",
  zoneHidden: "Webbläsaren säger inte var du är. Välj din tidszon.",
  clock: "Klocka",
  findZone: "Stad, region eller skillnad som +5:30",
  noZone: "Ingen tidszon heter så.",
  timesHeading: "Tider",
  chooseDay: "Välj en dag för att se dess tider.",
  timesIn: (zone) => `tider i ${zone}`,
  otherDay: "Välj en annan dag",
  parts: { morning: "Förmiddag", afternoon: "Eftermiddag", evening: "Kväll" },
  to: "till",
  seatsLeft: (seats) => `${seats} ${count(seats, "plats", "platser")} kvar`,
  needsScript:
    "För att boka här måste webbläsaren köra JavaScript. Dessa tider är lediga de närmaste två veckorna:",
  otherTime: "Välj en annan tid",
  keptFor: (seconds) =>
    `Hålls åt dig i ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`,
  nearTimes: "Tider i närheten",
  bookInstead: (time) => `Boka ${time} i stället`,
  bookTheOthers: "Boka de andra",
  book: (time) => `Boka ${time}`,
  sending: "Bokar …",
  name: "Namn",
  email: "E-post",
  phone: "Telefon, med landsnummer",
  guest: "Gäst",
  guestNumber: (number) => `E-post till gäst ${number}`,
  addGuest: "Lägg till en gäst",
  howOften: "Hur många möten",
  meetings: (meetings) => `${meetings} ${count(meetings, "möte", "möten")}`,
  repeats: "Upprepas",
  frequencies: { DAILY: "Varje dag", WEEKLY: "Varje vecka", MONTHLY: "Varje månad" },
  optional: "(frivilligt)",
  choose: "Välj …",
  mistakes: (mistakes) => `${mistakes} ${count(mistakes, "fält behöver", "fält behöver")} ses över`,
  mistake: {
    required: "Det här behövs.",
    email: "Skriv en adress som anna@example.com.",
    phone: "Skriv numret med land, som +46 8 123 456 78.",
    number: "Skriv ett tal.",
  },
  purposes: {
    PROVIDE_SCHEDULE: "för att hålla mötet",
    PROVIDE_NOTIFY: "för mejl om det",
    PROVIDE_INTEGRATE: "för anslutna appar",
  },
  why: (purposes) => `Frågas ${list(purposes)}.`,
  keptDays: (days) =>
    days === null
      ? "Sparas lika länge som bokningen."
      : `Sparas ${days} ${count(days, "dag", "dagar")} efter mötet.`,
  receivers: (hosts) => `${hosts === "" ? "Värdarna" : hosts} får det du skriver här.`,
  problem: bookingProblems,
  done: "Det är bokat",
  donePending: "Din förfrågan är skickad",
  pendingUntil: (moment) => `Den är inte säker än. Du får svar senast ${moment}.`,
  mailComes: (email) => `Ett mejl med tiden är på väg till ${email}.`,
  manage: "Flytta eller avboka",
  bookAnother: "Boka en annan tid",
};
