import type { BookingFileProgram } from "../domain/booking-file.ts";

const programs: readonly (readonly [RegExp, BookingFileProgram])[] = [
  [/google/i, "GOOGLE_CALENDAR"],
  [/outlook|microsoft/i, "OUTLOOK"],
  [/calendly/i, "CALENDLY"],
  [/calendso|cal\.com/i, "CAL_COM"],
];

/** The program that wrote a calendar, by its PRODID (RFC 5545 3.7.3); null for others. */
export function calendarProgram(content: string): BookingFileProgram | null {
  const [, id = ""] = /^PRODID[^:\r\n]*:([^\r\n]*)/im.exec(content) ?? [];
  return programs.find(([pattern]) => pattern.test(id))?.[1] ?? null;
}
