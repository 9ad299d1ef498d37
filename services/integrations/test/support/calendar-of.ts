import ICAL from "ical.js";
import type { ParsedMail } from "mailparser";

/** The calendar file of a mail, as text and read. */
export function calendarOf(mail: ParsedMail) {
  const file = mail.attachments.find(({ filename }) => filename === "meeting.ics");
  const text = file?.content.toString("utf8") ?? "";
  const calendar = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
  const [event] = calendar.getAllSubcomponents("vevent");
  if (!event) throw new Error("no event");
  return { text, calendar, event, facts: new ICAL.Event(event) };
}
