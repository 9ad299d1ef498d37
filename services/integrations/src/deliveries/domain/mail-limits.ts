import { day, madeAt, type Instant } from "@tidbok/domain";
import { isEnding, type Delivery } from "./delivery.ts";

/** How many mails may go in a day under the same subject. The subject is saved as a keyed hash alone. */
export type MailLimit = { readonly subject: string; readonly most: number };

/** How long a limit counts before it begins anew. */
export const limitMilliseconds = day;

/** For how long an organization is new. */
const newMilliseconds = 7 * day;

/** Whether the organization was made lately; a mail about an account has none, and is not. */
export function isNewOrganization(organizationId: string | null, now: Instant): boolean {
  const made = organizationId === null ? null : madeAt(organizationId);
  return made !== null && now - made < newMilliseconds;
}

/** Each booking has at most so many mails to one reader in a day, whatever happens to it. */
const mostOfBooking = 10;

const limits = {
  known: { recipientOfOrganization: 20, sender: 500, organization: 20_000 },
  new: { recipientOfOrganization: 10, sender: 50, organization: 100 },
} as const;
const mostOfRecipient = 100;

/**
 * The limits that a mail counts towards: by recipient, by sender (the organizer), by organization and by booking.
 * Hosts know their organization, so that only the booking limits their mails. Identity limits mails about accounts.
 * An ending comes once in the life of a booking, and a reader that misses it waits for nothing. So it counts nowhere
 * where the reader was told of the meeting before.
 */
export function limitsOf(
  { kind, recipient, organizationId, bookingId }: Delivery,
  mail: {
    readonly address: string;
    readonly senderId: string | null;
    readonly wasToldBefore: boolean;
    readonly now: Instant;
  },
): readonly MailLimit[] {
  const ofBooking =
    bookingId === null || isEnding(kind)
      ? []
      : [{ subject: `booking ${bookingId} ${recipient.id}`, most: mostOfBooking }];
  if (organizationId === null || recipient.kind === "HOST") return ofBooking;
  const { address, senderId, wasToldBefore, now } = mail;
  if (wasToldBefore && isEnding(kind)) return [];
  const most = limits[isNewOrganization(organizationId, now) ? "new" : "known"];
  const ofSender = senderId === null ? [] : [{ subject: `sender ${senderId}`, most: most.sender }];
  return [
    ...ofBooking,
    ...ofSender,
    { subject: `organization ${organizationId}`, most: most.organization },
    { subject: `recipient ${organizationId} ${address}`, most: most.recipientOfOrganization },
    { subject: `recipient ${address}`, most: mostOfRecipient },
  ];
}
