const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date of an instant in a zone, as `2027-02-01`. */
export function localDate(instant: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    // Swedish dates are ISO 8601; to format is the cheapest way to ask for a date in a zone.
    format = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      dateStyle: "short",
      numberingSystem: "latn",
    });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}
