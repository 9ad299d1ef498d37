/**
 * All that an app for research may ask for, whatever its scopes are: figures about many, and where they are found. No
 * list and no row of bookings, members, hosts or schedules is among it.
 */
// A list is read by its types.
// prettier-ignore
export const openToResearch: ReadonlySet<string> = new Set([
  "Query.organization", "Query.organizationById",
  "Query.policy", "Query.policies", "Query.policyByHash", "Query.collectedData", "Query.errorCodes", "Query.scopes",
  "Organization.id", "Organization.slug", "Organization.name", "Organization.locale", "Organization.timeZone",
  "Organization.bookingStatistics", "BookingStatistics", "BookingFigures",
  "BookingFiguresGroup.week", "BookingFiguresGroup.figures", "BookingFiguresGroup.isSuppressed",
  "Policy", "PolicyConnection", "PolicyEdge", "PageInfo", "CollectedData", "DataRetention", "ErrorCodeMeaning", "Scope",
]);
