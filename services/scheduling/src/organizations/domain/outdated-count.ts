/** How much a rule of retention would delete. */
export type OutdatedCount = { readonly bookings: number; readonly attendees: number };
