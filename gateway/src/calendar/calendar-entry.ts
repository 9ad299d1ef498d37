import type { Feed } from "./create-feed-lookup.ts";

/** A booking as the graph tells the owner of a feed; what the feed does not show is not asked for. */
export type CalendarEntry = {
  readonly id: string;
  readonly state: "PENDING" | "CONFIRMED" | "DECLINED" | "CANCELLED" | "COMPLETED" | "NO_SHOW";
  readonly sequence: number;
  readonly startAt: string;
  readonly endAt: string;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly cancellation: { readonly at: string } | null;
  readonly meetingType?: { readonly title: string };
  readonly location?: { readonly text: string | null };
  readonly attendees?: readonly { readonly firstName: string | null }[];
};

const day = 24 * 60 * 60_000;

/** Which bookings a host's feed has, by when they begin: the last 30 days and the coming 365. */
export function calendarWindow(now: number): { readonly from: string; readonly to: string } {
  const at = (days: number) => new Date(now + days * day).toISOString();
  return { from: at(-30), to: at(365) };
}

/** Whether the booking does not take place. */
export function isOff({ state }: CalendarEntry): boolean {
  return state === "CANCELLED" || state === "DECLINED";
}

/**
 * Whether the feed still has the booking. One that is called off stays for a week, as cancelled: a
 * calendar that keeps what has vanished from a feed would show the meeting for ever.
 */
export function isShown(entry: CalendarEntry, now: number): boolean {
  if (!isOff(entry)) return true;
  return entry.cancellation !== null && Date.parse(entry.cancellation.at) > now - 7 * day;
}

/** The line that a calendar shows: what the owner of the feed chose, and nothing else. */
export function summaryOf(
  entry: CalendarEntry,
  { details, busy }: { readonly details: Feed["details"]; readonly busy: string },
): string {
  const title = details.includes("TITLE") ? (entry.meetingType?.title ?? busy) : busy;
  const names = (entry.attendees ?? []).flatMap(({ firstName }) => firstName ?? []);
  return names.length === 0 ? title : `${title}: ${names.join(", ")}`;
}
