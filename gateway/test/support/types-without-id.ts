/** The object types that are no Node, by the reason why a cache that knows objects by their ids needs none of them. */
export const typesWithoutId: Readonly<Record<string, readonly string[]>> = {
  "a part of its parent, which changes with it and only there": [
    ...["Answer", "AppScope", "BookingLimit", "Cancellation", "DateOverride", "Entitlements"],
    ...[
      "Fellow",
      "GuestLink",
      "HostChoice",
      "HostStanding",
      "Hours",
      "Location",
      "MeetingTypeHost",
    ],
    ...["Route", "RoutingCondition", "RoutingQuestion", "RoutingRule", "RoutingTarget"],
    ...["ScheduleProblem", "SeriesGap", "Travel", "WeeklyHours"],
  ],
  "an entry of a history, which is only ever added to": ["BookingChange"],
  "computed for one question, from what has ids": [
    ...["BookingFigures", "BookingFiguresGroup", "BookingStatistics", "OpenedBookingLink"],
    ...["PublicHoliday", "RetentionPreview", "Slot", "SlotDay"],
  ],
  "a report of one import, which is not stored while nothing was imported": [
    ...["BookingImport", "ImportProblem", "ImportedRow"],
  ],
  "answered once, with a secret or a challenge that no cache shall hold": [
    ...["AppWithSecret", "AuthenticatorSecret", "PasskeyCreation", "PasskeyRequest"],
    ...["PersonalTokenWithSecret", "ProviderLinkRequest", "RecoveryCodes", "SecondStep"],
    "SessionTokens",
  ],
  "for the service that mails it": ["EmailVerification"],
  "a fact of the program or its configuration": [
    ...["CollectedData", "DataRetention", "ErrorCodeMeaning", "LogInProvider", "Scope"],
  ],
};
