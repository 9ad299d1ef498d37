// `pnpm compose` writes this file from the SDL.
import type { EnumDifferences, Same } from "@tidbok/service";
import type { Enums } from "./enums.ts";

/** The type check names each value that the SDL and `enums.ts` do not share. */
export type SdlEnums = Same<EnumDifferences<
  {
    BookingChangeKind:
      | "MADE"
      | "IMPORTED"
      | "CONFIRMED"
      | "DECLINED"
      | "RESCHEDULED"
      | "REASSIGNED"
      | "CANCELLED"
      | "NO_SHOW"
      | "NO_SHOW_UNDONE"
      | "TIMES_PROPOSED"
      | "TIMES_DECLINED"
      | "TIMES_WITHDRAWN"
      | "GUESTS_INVITED"
      | "GUEST_LEFT";
    BookingExtent:
      | "BOOKING"
      | "OCCURRENCE";
    BookingFileFormat:
      | "CSV"
      | "ICALENDAR";
    BookingFileProgram:
      | "CALENDLY"
      | "CAL_COM"
      | "GOOGLE_CALENDAR"
      | "OUTLOOK";
    BookingLinkState:
      | "ACTIVE"
      | "USED"
      | "EXPIRED"
      | "REVOKED";
    BookingOrder:
      | "NEWEST"
      | "START"
      | "START_LATEST";
    BookingParty:
      | "HOST"
      | "ATTENDEE"
      | "ADMIN"
      | "SYSTEM";
    BookingState:
      | "PENDING"
      | "CONFIRMED"
      | "DECLINED"
      | "CANCELLED"
      | "COMPLETED"
      | "NO_SHOW";
    CalendarDetail:
      | "TITLE"
      | "LOCATION"
      | "ATTENDEE_FIRST_NAME";
    CancellationExtent:
      | "BOOKING"
      | "OCCURRENCE"
      | "FOLLOWING";
    Frequency:
      | "DAILY"
      | "WEEKLY"
      | "MONTHLY";
    HorizonKind:
      | "ROLLING"
      | "BUSINESS_DAYS"
      | "FIXED";
    HostChoiceReason:
      | "ONLY_ONE_FREE"
      | "HIGHEST_PRIORITY"
      | "LEAST_LOAD"
      | "LONGEST_WAIT"
      | "FIRST_BY_ID"
      | "BY_HAND";
    HostMode:
      | "ONE_HOST"
      | "COLLECTIVE"
      | "ROUND_ROBIN";
    ImportField:
      | "START"
      | "END"
      | "NAME"
      | "EMAIL"
      | "PHONE"
      | "TIME_ZONE"
      | "LOCALE"
      | "HOST"
      | "UID"
      | "GUESTS";
    ImportMode:
      | "CHECK"
      | "IMPORT";
    ImportOutcome:
      | "IMPORTED"
      | "IMPORTABLE"
      | "KNOWN"
      | "REFUSED";
    ImportProblemCode:
      | "REQUIRED"
      | "WRONG_FORMAT"
      | "TOO_LONG"
      | "UNKNOWN_TIME_ZONE"
      | "NO_SUCH_TIME"
      | "END_BEFORE_START"
      | "OUT_OF_RANGE"
      | "UNKNOWN_HOST"
      | "NOT_YOURS"
      | "WRONG_COLUMN_COUNT"
      | "ALL_DAY"
      | "RECURRING"
      | "NOT_CONFIRMED"
      | "SEVERAL_ATTENDEES"
      | "TOO_MANY"
      | "AMBIGUOUS_DATE"
      | "REPEATED"
      | "TIME_TAKEN";
    LimitPeriod:
      | "DAY"
      | "WEEK"
      | "MONTH";
    LocationKind:
      | "ONLINE"
      | "IN_PERSON"
      | "HOST_CALLS"
      | "ATTENDEE_CALLS";
    MeetingTypeVisibility:
      | "PUBLIC"
      | "HIDDEN"
      | "LINK_ONLY";
    PartialWish:
      | "BOOK_NOTHING"
      | "BOOK_WHAT_IS_FREE";
    ProposalState:
      | "OPEN"
      | "ACCEPTED"
      | "DECLINED"
      | "WITHDRAWN"
      | "EXPIRED";
    QuestionKind:
      | "TEXT"
      | "LONG_TEXT"
      | "CHOICE"
      | "NUMBER"
      | "PHONE"
      | "EMAIL"
      | "CONSENT";
    QuestionPurpose:
      | "PROVIDE_SCHEDULE"
      | "PROVIDE_NOTIFY"
      | "PROVIDE_INTEGRATE";
    RoutingOperator:
      | "EQUALS"
      | "ONE_OF"
      | "CONTAINS"
      | "GREATER"
      | "LESS";
    RoutingQuestionKind:
      | "TEXT"
      | "CHOICE"
      | "NUMBER"
      | "CONSENT";
    StatisticsGrouping:
      | "MEETING_TYPE"
      | "HOST"
      | "WEEK";
  },
  Enums
>>;
