import type { Instant } from "@tidbok/domain";
import type { verificationKinds } from "./verification-kinds.ts";

// What the graph answers for a mail. Null: not known, withheld from this purpose, or not asked for.

/** A host of a booking. */
export type HostFacts = {
  readonly id: string;
  readonly displayName: string | null;
  readonly email: string | null;
  readonly timeZone: string | null;
  readonly locale: string | null;
};

/** An attendee of a booking. */
export type AttendeeFacts = {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly timeZone: string | null;
  readonly locale: string | null;
  readonly manageUrl: string | null;
  readonly cancellationReason: string | null;
  readonly answers: readonly {
    readonly question: string;
    readonly answer: string | number | boolean | null;
  }[];
};

/** A guest, invited by the host or an attendee. No mail contains a guest's name. */
export type GuestFacts = {
  readonly id: string;
  readonly email: string | null;
  readonly manageUrl: string | null;
};

/** The side that changed a booking; SYSTEM where a time limit ran out. */
export type Party = "HOST" | "ATTENDEE" | "ADMIN" | "SYSTEM";

/** The kinds of places to meet in. */
export type LocationKind = "ONLINE" | "IN_PERSON" | "HOST_CALLS" | "ATTENDEE_CALLS";

/** Another booking of the same series, which takes place. */
export type FurtherMeeting = {
  readonly id: string;
  readonly state: "PENDING" | "CONFIRMED";
  readonly sequence: number;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly hostIds: readonly string[];
  /** The attendee's link to it; null for hosts. */
  readonly manageUrl: string | null;
};

/** A booking as it is now, not as it was when the event happened. */
export type BookingFacts = {
  readonly id: string;
  readonly state: "PENDING" | "CONFIRMED" | "DECLINED" | "CANCELLED" | "COMPLETED" | "NO_SHOW";
  readonly sequence: number;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly title: string;
  readonly organizationName: string | null;
  /** A PNG in base64; null where the organization has none. */
  readonly organizationLogo: string | null;
  readonly location: { readonly kind: LocationKind; readonly text: string | null };
  /** The side that cancelled or declined it. */
  readonly cancelledBy: Party | null;
  /** PENDING: until when a host can say yes. */
  readonly answerBy: Instant | null;
  /** Other times that one side asks the other about, while they wait for an answer. */
  readonly proposedStarts: readonly Instant[];
  readonly hosts: readonly HostFacts[];
  /** The hosts before it was reassigned by hand. */
  readonly formerHosts: readonly HostFacts[];
  readonly attendees: readonly AttendeeFacts[];
  /** The others of its series that take place, in order. */
  readonly further: readonly FurtherMeeting[];
  /** The ids of all bookings of its series, whatever became of them; empty where it is in no series. */
  readonly seriesBookingIds: readonly string[];
  /** The guests, including those that left. */
  readonly guests: readonly GuestFacts[];
};

/** A mail about an account or a sign-up. */
export type VerificationFacts = {
  readonly kind: (typeof verificationKinds)[number];
  readonly link: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly locale: string | null;
};

/** An invitation to an organization. */
export type InvitationFacts = {
  readonly email: string | null;
  readonly locale: string;
  readonly link: string | null;
  readonly expiresAt: Instant;
  readonly organizationName: string;
};
