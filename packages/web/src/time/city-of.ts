/** What people call a zone: "Los Angeles" of America/Los_Angeles. */
export function cityOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}
