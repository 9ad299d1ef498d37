import { onBookingCancelled } from "./booking-cancelled.ts";
import { onBookingConfirmed } from "./booking-confirmed.ts";
import { onBookingDeleted } from "./booking-deleted.ts";
import { onBookingDeclined } from "./booking-declined.ts";
import { onBookingMade } from "./booking-made.ts";
import { onBookingReassigned } from "./booking-reassigned.ts";
import { onBookingRescheduled } from "./booking-rescheduled.ts";
import { onEmailVerificationRequested } from "./email-verification-requested.ts";
import { onGuestLeft } from "./guest-left.ts";
import { onGuestsInvited } from "./guests-invited.ts";
import { onInvitationSent } from "./invitation-sent.ts";
import { onTimesDeclined } from "./times-declined.ts";
import { onTimesProposed } from "./times-proposed.ts";

export const reactions = [
  onBookingMade,
  onBookingConfirmed,
  onBookingDeclined,
  onBookingRescheduled,
  onBookingReassigned,
  onGuestsInvited,
  onGuestLeft,
  onTimesProposed,
  onTimesDeclined,
  onBookingCancelled,
  onBookingDeleted,
  onEmailVerificationRequested,
  onInvitationSent,
];
