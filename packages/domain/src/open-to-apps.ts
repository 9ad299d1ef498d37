/**
 * What a visitor may ask for, and so every app: `Type.field`, or a type for all of its fields. Data about people is not
 * in this list: the data map decides about it.
 */
// A list is read by its types.
// prettier-ignore
export const openToApps: readonly string[] = [
  "Query.organization", "Query.organizationById", "Query.meetingType", "Query.routingForm", "Query.app",
  "Query.policy", "Query.policies", "Query.policyByHash", "Query.collectedData", "Query.logInProviders",
  "Query.errorCodes", "Query.scopes",
  "Query.node", "Query.nodes", "Node",
  "Organization.id", "Organization.slug", "Organization.name", "Organization.locale", "Organization.timeZone",
  "Organization.mayHostsShowAttendees", "Organization.logoUrl", "Organization.logoPng", "Organization.description", "Organization.accentColor", "Organization.embedOrigins",
  "Organization.isFindable", "Organization.retention", "Retention", "Organization.createdAt",
  "Organization.meetingType", "Organization.meetingTypes",
  "MeetingType.id", "MeetingType.slug", "MeetingType.title", "MeetingType.description", "MeetingType.organization",
  "MeetingType.durationsMinutes", "MeetingType.stepMinutes", "MeetingType.bufferBeforeMinutes",
  "MeetingType.bufferAfterMinutes", "MeetingType.noticeMinutes", "MeetingType.maximumNoticeMinutes",
  "MeetingType.horizonKind", "MeetingType.horizonDays", "MeetingType.horizonFrom", "MeetingType.horizonTo",
  "MeetingType.limits", "MeetingType.location", "MeetingType.questions", "MeetingType.mode", "MeetingType.hosts",
  "MeetingType.isActive", "MeetingType.visibility", "MeetingType.needsConfirmation", "MeetingType.confirmWithinMinutes",
  "MeetingType.changeNoticeMinutes", "MeetingType.seats", "MeetingType.showsSeats", "MeetingType.maximumOccurrences",
  "MeetingType.createdAt", "MeetingType.slots", "MeetingType.nextAvailable", "MeetingType.showsAttendees",
  "MeetingTypeHost.account", "MeetingTypeHost.isFixed",
  "RoutingForm.id", "RoutingForm.organization", "RoutingForm.title", "RoutingForm.questions", "RoutingForm.createdAt",
  "Account.id",
  "MeetingTypeConnection", "MeetingTypeEdge", "PageInfo", "BookingLimit", "Question", "RoutingQuestion", "Location",
  "SlotDay", "Slot", "App", "AppScope", "LogInProvider",
  "Policy", "PolicyConnection", "PolicyEdge", "CollectedData", "DataRetention", "ErrorCodeMeaning", "Scope",
];
