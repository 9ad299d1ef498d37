/** What a calendar is told of the meeting. */
export type CalendarFile = {
  readonly uid: string;
  readonly sequence: number;
  readonly stampAt: number;
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly location: string | null;
  readonly isTentative: boolean;
};

/**
 * The meeting as iCalendar (RFC 5545), made in the browser: no address has to hold the secret. The UID is that of the mails,
 * so a calendar that has the meeting knows it again.
 */
export function calendarFile(meeting: CalendarFile): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tidbok//Web//EN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${meeting.uid}`,
    `SEQUENCE:${meeting.sequence}`,
    `DTSTAMP:${utc(meeting.stampAt)}`,
    `DTSTART:${utc(meeting.start)}`,
    `DTEND:${utc(meeting.end)}`,
    `SUMMARY:${escaped(meeting.title)}`,
    ...(meeting.location === null ? [] : [`LOCATION:${escaped(meeting.location)}`]),
    `STATUS:${meeting.isTentative ? "TENTATIVE" : "CONFIRMED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll(/\r\n?|\n/g, "\\n")
    .replaceAll(/\p{Cc}/gu, "");
}

// 75 octets a line (RFC 5545, 3.1); a character is never cut apart.
function folded(line: string): string {
  const encoder = new TextEncoder();
  let text = "";
  let size = 0;
  for (const character of line) {
    const length = encoder.encode(character).length;
    if (size + length > 74) {
      text += "\r\n ";
      size = 1;
    }
    text += character;
    size += length;
  }
  return text;
}
