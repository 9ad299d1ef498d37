/** Writes a zone's offset at an instant: "GMT+1". */
export function offsetIn(timeZone: string): (instant: number) => string {
  const zone = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "shortOffset" });
  return (instant) =>
    zone.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
}
