import { day, InvalidInput, type Instant } from "@tidbok/domain";
import { z } from "zod";
import { BookingLinkInvalid, BookingLinkUsed } from "./booking-link-errors.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";

/** A link to book a meeting type: its token books `maximumUses` times until it expires. */
export type BookingLink = {
  readonly id: string;
  readonly organizationId: string;
  readonly meetingTypeId: string;
  /** The duration of the bookings; null allows each duration of the meeting type. */
  readonly durationMinutes: number | null;
  readonly maximumUses: number;
  /** How many bookings were made with the link; a cancelled one stays counted. */
  readonly uses: number;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  readonly createdBy: string;
  readonly createdAt: Instant;
};

/** The state of a link. */
export type BookingLinkState = "ACTIVE" | "USED" | "EXPIRED" | "REVOKED";

/** How many links of one meeting type may be active at once. */
export const mostLinks = 1_000;

/** How long a link stays usable, in milliseconds: by default, and at most. */
export const lifetime = { usual: 90 * day, most: 366 * day } as const;

/** The state of the link; at the instant of its expiry it has expired. */
export function stateOfLink(link: BookingLink, now: Instant): BookingLinkState {
  if (link.revokedAt !== null) return "REVOKED";
  if (link.uses >= link.maximumUses) return "USED";
  return now < link.expiresAt ? "ACTIVE" : "EXPIRED";
}

/**
 * The link. Throws BookingLinkUsed if no use is left, and BookingLinkInvalid for unknown tokens and for revoked and
 * expired links alike: outsiders must not learn that the organization revoked a link.
 */
export function requireUsable(link: BookingLink | null, now: Instant): BookingLink {
  const state = link && stateOfLink(link, now);
  if (state === "USED") throw new BookingLinkUsed();
  if (link === null || state !== "ACTIVE") throw new BookingLinkInvalid();
  return link;
}

/** Throws InvalidInput with every problem of a new link. */
export function checkLink(
  link: BookingLink,
  { meetingType, now }: { readonly meetingType: MeetingType; readonly now: Instant },
): void {
  const problems = [];
  if (link.expiresAt <= now || link.expiresAt > now + lifetime.most) {
    const message = "must lie in the future, at most 366 days ahead";
    problems.push({ path: "expiresAt", code: "OUT_OF_RANGE", message });
  }
  const { durationMinutes } = link;
  if (durationMinutes !== null && !meetingType.durationsMinutes.includes(durationMinutes)) {
    const message = "must be one of the meeting type's durations";
    problems.push({ path: "durationMinutes", code: "NOT_OFFERED", message });
  }
  if (problems.length > 0) throw new InvalidInput(problems);
}

/** The token of a booking link, as a client sends it; a longer text is never a token. */
export const linkToken = z.string().max(200, "must have 200 characters at most");
