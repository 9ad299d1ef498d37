/** The codes of scheduling's errors, each with what it tells a client. docs/errors.md shows them. */
export const errorCodes = {
  BOOKINGS_IN_THE_WAY:
    "The time holds bookings; `bookingIds` names them. Move or cancel them first.",
  BOOKING_LINK_INVALID: "The booking link does not exist, was revoked, or has expired.",
  BOOKING_LINK_USED: "The booking link has served all the bookings that it allows.",
  BOOKING_NOT_ACTIVE: "The booking was cancelled or declined, or it is over.",
  BOOKING_NOT_BEGUN: "The meeting has not started, so no attendee can have missed it.",
  BOOKING_NOT_PENDING: "The booking does not wait for the host to confirm or decline it.",
  CANCELLATION_TOO_LATE: "Attendees may cancel only until `changeNoticeMinutes` before the start.",
  DURATION_NOT_OFFERED:
    "The meeting type does not offer this duration. Choose one of `durationsMinutes`.",
  HOLD_EXPIRED: "The hold of the slot has expired. Choose the slot again.",
  HOLD_NOT_FOUND: "No such hold exists for this slot.",
  HOST_NOT_AVAILABLE: "The host has another booking at this time, or is away.",
  MEETING_TYPE_INACTIVE: "The meeting type is not active and takes no bookings.",
  PLAN_LIMIT_REACHED: "The plan of the organization allows no more active meeting types.",
  PROPOSAL_NOT_OPEN:
    "The proposal was accepted, declined or withdrawn, or the booking has changed since.",
  PROPOSAL_OPEN: "The booking already has an open proposal; `proposalId` names it.",
  RATE_LIMITED: "Too many requests from one network. Repeat after `retryAfterSeconds`.",
  RESCHEDULING_TOO_LATE:
    "Attendees may move a booking only until `changeNoticeMinutes` before the start.",
  ROUTE_INVALID: "The route is too old, or the routing form has changed. Send the answers again.",
  SCHEDULE_IN_USE: "A meeting type uses the schedule. Choose another schedule there first.",
  SERIES_NOT_AVAILABLE:
    "Some starts of the series are not free; `occurrences` lists them. Nothing was booked.",
  SLOT_BEYOND_HORIZON: "The time lies beyond the horizon of the meeting type.",
  SLOT_IN_PAST: "The time has passed.",
  SLOT_LIMIT_REACHED: "The host accepts no more meetings in this period.",
  SLOT_NOTICE_TOO_LONG: "The time is further ahead than the meeting type allows.",
  SLOT_NOTICE_TOO_SHORT: "The time is closer than the notice that the meeting type requires.",
  SLOT_NOT_OFFERED: "No slot starts at this time. Choose one of the slots.",
  SLOT_OUTSIDE_HOURS: "The time lies outside the opening hours of the host.",
  SLOT_TAKEN: "Another booking has this time. Choose another slot.",
  SLUG_TAKEN: "Another meeting type of the organization has this slug.",
  TOO_MANY_FORMS: "The organization has as many routing forms as it may have. Delete one first.",
  TOO_MANY_HOLDS: "Too many slots are held right now. Book without a hold, or wait.",
  TOO_MANY_LINKS:
    "The meeting type has as many usable booking links as it may have. Revoke one first.",
  TOO_MANY_SLOTS: "The request lists above 5,000 slots. Ask for the dates before `untilAt` first.",
} as const satisfies Readonly<Record<string, string>>;

/** The code of an error of scheduling. */
export type ErrorCode = keyof typeof errorCodes;
