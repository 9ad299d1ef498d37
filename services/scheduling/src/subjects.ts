/** The subjects in their order: each may use those before it. */
export const subjects = [
  "schedules",
  "meeting-types",
  "booking-links",
  "routing",
  "slots",
  "bookings",
  "series",
  "proposals",
  "hosting",
  "time-off",
  "imports",
  "notes",
  "statistics",
  "feeds",
  "organizations",
] as const;
