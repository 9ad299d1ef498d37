/** The names of attendees in a line; a name that came as null was withheld, because attendees always have one. */
export function attendeeNames(
  attendees: readonly { readonly name: string | null }[],
  hidden: string,
): string {
  return attendees.map(({ name }) => name ?? hidden).join(", ");
}
