import { InvalidInput, type Instant } from "@tidbok/domain";
import { BookingLinkInvalid, BookingLinkUsed } from "./booking-link-errors.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";

/** Whoever has its token books a meeting type, so many times, until it expires. */
export type BookingLink = {
  readonly id: string;
  readonly organizationId: string;
  readonly meetingTypeId: string;
  /** Null: any duration that the meeting type offers. */
  readonly durationMinutes: number | null;
  readonly maximumUses: number;
  /** Bookings that were made by it; one that is cancelled stays counted. */
  readonly uses: number;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  readonly createdBy: string;
  readonly createdAt: Instant;
};

/** What has become of a link. */
export type BookingLinkState = "ACTIVE" | "USED" | "EXPIRED" | "REVOKED";

/** How many links of one meeting type may be active at once. */
export const mostLinks = 1_000;

/** For how long a link is good where nothing is said, and at most. */
export const linkLength = { usual: 90 * 24 * 60 * 60_000, most: 366 * 24 * 60 * 60_000 } as const;

/** What has become of the link; at the very instant of its expiry it has expired. */
export function stateOfLink(link: BookingLink, now: Instant): BookingLinkState {
  if (link.revokedAt !== null) return "REVOKED";
  if (link.uses >= link.maximumUses) return "USED";
  return now < link.expiresAt ? "ACTIVE" : "EXPIRED";
}

/**
 * The link, refused where it cannot be used. A token that was never made and a link that was revoked
 * or has expired are refused alike: that somebody took a link back is between them and their colleagues.
 */
export function requireUsable(link: BookingLink | null, now: Instant): BookingLink {
  const state = link && stateOfLink(link, now);
  if (state === "USED") throw new BookingLinkUsed();
  if (link === null || state !== "ACTIVE") throw new BookingLinkInvalid();
  return link;
}

/** Throws InvalidInput with every mistake of a new link. */
export function checkLink(
  link: BookingLink,
  { meetingType, now }: { readonly meetingType: MeetingType; readonly now: Instant },
): void {
  const problems = [];
  if (link.expiresAt <= now || link.expiresAt > now + linkLength.most) {
    const message = "must lie ahead, by 366 days at most";
    problems.push({ path: "expiresAt", code: "OUT_OF_RANGE", message });
  }
  const { durationMinutes } = link;
  if (durationMinutes !== null && !meetingType.durationsMinutes.includes(durationMinutes)) {
    const message = "must be one of the meeting type's durations";
    problems.push({ path: "durationMinutes", code: "NOT_OFFERED", message });
  }
  if (problems.length > 0) throw new InvalidInput(problems);
}
