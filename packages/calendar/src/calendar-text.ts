const lineBreak = /\r\n?|[\u0085\u2028\u2029]/g;
const unwritable = /[^\P{Cc}\n\t]/gu;

/** The text as iCalendar can carry it (RFC 5545, 3.3.11): one kind of line break, no other control characters. */
export function calendarText(text: string): string {
  return text.toWellFormed().replaceAll(lineBreak, "\n").replaceAll(unwritable, "");
}
