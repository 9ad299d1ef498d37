import { frame } from "../../words/frame.en.ts";
import { places } from "../../words/places.en.ts";
import { plural } from "../../words/plural.ts";
import { bookingProblems } from "./problems.en.ts";

const count = plural("en");
const list = (names: readonly string[]) => new Intl.ListFormat("en").format(names);
const span = (minutes: number) =>
  minutes % 1440 === 0
    ? `${minutes / 1440} ${count(minutes / 1440, "day", "days")}`
    : minutes % 60 === 0
      ? `${minutes / 60} h`
      : `${minutes} min`;

/** The words of `/@{org}/{type}`. */
export const words = {
  frame,
  places,
  list,
  oneOf: (names: readonly string[]) => (names.length > 1 ? `One of ${list(names)}` : list(names)),
  length: "Length",
  minutes: (minutes: number) => `${minutes} min`,
  changeNotice: (minutes: number) =>
    minutes === 0
      ? "Can be moved or cancelled until its end"
      : `Can be moved or cancelled until ${span(minutes)} before`,
  needsConfirmation: (minutes: number) => `Waits for a yes, within ${span(minutes)}`,
  promise: (hosts: string) =>
    `Only ${hosts === "" ? "the hosts" : hosts} and the mails about this meeting get what you write. Each question says how long its answer is kept.`,
  previousMonth: "Previous month",
  nextMonth: "Next month",
  times: (times: number) =>
    times === 0 ? "no times" : `${times} ${count(times, "time", "times")}`,
  nothing: "Nothing can be booked at the moment.",
  otherMeetings: "See other meetings",
  noTimesIn: (month: string) => `No times in ${month}.`,
  firstIs: (day: string) => `The first is ${day}`,
  zone: "Times in",
  clockNow: (time: string) => `now ${time}`,
  changeZone: "Change time zone",
  zoneHidden: "Your browser does not say where you are. Choose your time zone.",
  clock: "Clock",
  findZone: "City, region or offset such as +5:30",
  noZone: "No time zone has this name.",
  timesHeading: "Times",
  chooseDay: "Choose a day to see its times.",
  timesIn: (zone: string) => `times in ${zone}`,
  otherDay: "Choose another day",
  parts: { morning: "Morning", afternoon: "Afternoon", evening: "Evening" },
  to: "to",
  seatsLeft: (seats: number) => `${seats} ${count(seats, "seat", "seats")} left`,
  needsScript:
    "To book here, your browser must run JavaScript. These times are open in the next two weeks:",
  otherTime: "Choose another time",
  keptFor: (seconds: number) =>
    `Kept for you for ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`,
  nearTimes: "Near times",
  bookInstead: (time: string) => `Book ${time} instead`,
  bookTheOthers: "Book the others",
  book: (time: string) => `Book ${time}`,
  sending: "Booking …",
  name: "Name",
  email: "E-mail",
  phone: "Telephone, with country code",
  guest: "Guest",
  guestNumber: (number: number) => `E-mail of guest ${number}`,
  addGuest: "Add a guest",
  howOften: "How many meetings",
  meetings: (meetings: number) => `${meetings} ${count(meetings, "meeting", "meetings")}`,
  repeats: "Repeats",
  frequencies: { DAILY: "Every day", WEEKLY: "Every week", MONTHLY: "Every month" },
  optional: "(optional)",
  choose: "Choose …",
  mistakes: (mistakes: number) =>
    `${mistakes} ${count(mistakes, "field needs", "fields need")} your attention`,
  mistake: {
    required: "This is needed.",
    email: "Write an address such as anna@example.com.",
    phone: "Write the number with its country, such as +46 8 123 456 78.",
    number: "Write a number.",
  },
  purposes: {
    PROVIDE_SCHEDULE: "to hold the meeting",
    PROVIDE_NOTIFY: "for mails about it",
    PROVIDE_INTEGRATE: "for connected apps",
  },
  why: (purposes: readonly string[]) => `Asked ${list(purposes)}.`,
  keptDays: (days: number | null) =>
    days === null
      ? "Kept as long as the booking."
      : `Kept for ${days} ${count(days, "day", "days")} after the meeting.`,
  receivers: (hosts: string) =>
    `${hosts === "" ? "The hosts" : hosts} will get what you write here.`,
  problem: bookingProblems,
  done: "It is booked",
  donePending: "Your request is sent",
  pendingUntil: (moment: string) =>
    `It is not certain yet. You get an answer by ${moment} at the latest.`,
  mailComes: (email: string) => `A mail with the appointment is on its way to ${email}.`,
  manage: "Move or cancel it",
  bookAnother: "Book another time",
};

export type BookingWords = typeof words;
