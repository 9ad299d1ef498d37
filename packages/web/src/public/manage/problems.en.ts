const taken = "That time is no longer free. Your booking is as it was; choose another time.";
const far = "That time is too far ahead. Choose an earlier one.";
const link = "The booking cannot be reached by this link any more.";
const busy = "Too much is going on right now. Try again in a moment.";
const again = "That did not work, and nothing was changed. Try again in a moment.";

/** What a mutation of this page may be answered with, by code. */
export const manageProblems: Readonly<Record<string, string>> = {
  SLOT_TAKEN: taken,
  SLOT_LIMIT_REACHED: taken,
  SLOT_NOT_OFFERED: taken,
  SLOT_OUTSIDE_HOURS: taken,
  HOST_NOT_AVAILABLE: taken,
  HOLD_EXPIRED: taken,
  HOLD_NOT_FOUND: taken,
  SLOT_IN_PAST: "That time has passed. Choose a later one.",
  SLOT_NOTICE_TOO_SHORT: "It is too late to book that time. Choose a later one.",
  SLOT_NOTICE_TOO_LONG: far,
  SLOT_BEYOND_HORIZON: far,
  MEETING_TYPE_INACTIVE:
    "This meeting is offered no more, so it cannot be moved. Write to the host.",
  DURATION_NOT_OFFERED: "Meetings of this length are offered no more. Write to the host.",
  ROUTE_INVALID: again,
  WINDOW_TOO_LONG: again,
  TOO_MANY_SLOTS: again,
  BOOKING_NOT_ACTIVE: "The booking was cancelled or is over. The page shows its present state.",
  BOOKING_NOT_PENDING: "The booking was answered meanwhile. The page shows its present state.",
  CANCELLATION_TOO_LATE: "The time to cancel is over. Write to the host.",
  RESCHEDULING_TOO_LATE: "The time to move it is over. Write to the host.",
  PROPOSAL_OPEN: "Other times wait for an answer already. Answer those first.",
  PROPOSAL_NOT_OPEN: "These times were answered or taken back meanwhile.",
  NOT_PROPOSED: "That time was not among those proposed.",
  HAS_LEFT: "This person left the meeting and cannot be invited again.",
  TOO_MANY: "There can be no more of these: ten guests, and three feeds.",
  INVALID_INPUT: "Something that you wrote was not accepted. Look over the address and the times.",
  FORBIDDEN: "Your link does not allow this.",
  NOT_FOUND: link,
  UNAUTHENTICATED: link,
  MANAGE_LINK_EXPIRED: link,
  SUBJECT_ERASED: "The data of this booking was erased.",
  NOT_OFFERED: again,
  RATE_LIMITED: busy,
  TOO_BUSY: busy,
  COST_BUDGET_SPENT: busy,
  SERVICE_UNAVAILABLE: busy,
  ASK_TIMEOUT: busy,
  ASK_UNANSWERED: busy,
  UNREACHABLE: "No answer came; your connection may be down. The page shows what is known.",
  INTERNAL: again,
};
