/** A name without case, hyphens and underscores, to compare book-meeting with bookMeeting. */
export function squash(name: string): string {
  return name.replace(/[-_]/g, "").toLowerCase();
}
