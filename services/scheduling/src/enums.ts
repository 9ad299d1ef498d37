import type { Mode } from "@tidbok/availability";
import type { BookingLinkState } from "./booking-links/domain/booking-link.ts";
import type { ChangeKind } from "./bookings/domain/booking-change.ts";
import type { ChangedBy, ShownState } from "./bookings/domain/booking.ts";
import type { CancelBookingInput, extents } from "./bookings/domain/booking-input.ts";
import type { BookingOrder } from "./bookings/domain/booking-order.ts";
import type { CalendarDetail } from "./feeds/domain/calendar-feed.ts";
import type {
  BookingFileProgram,
  ImportField,
  ImportProblemCode,
} from "./imports/domain/booking-file.ts";
import type { ImportBookingsInput, ImportOutcome } from "./imports/domain/booking-import.ts";
import type { QuestionKind, QuestionPurpose } from "./meeting-types/domain/question.ts";
import type { frequencies } from "./meeting-types/domain/recurrence.ts";
import type {
  horizonKinds,
  locationKinds,
  visibilities,
} from "./meeting-types/domain/meeting-type.ts";
import type { ProposalState } from "./proposals/domain/proposal.ts";
import type { routingKinds, routingOperators } from "./routing/domain/routing-form.ts";
import type { limitPeriods } from "./schedules/domain/booking-limit.ts";
import type { partialBookings } from "./series/domain/series-input.ts";
import type { GroupChoice, HandChoice } from "./slots/domain/hosts-of-slot.ts";
import type { StatisticsGrouping } from "./statistics/domain/booking-statistics.ts";

type Of<List extends readonly string[]> = List[number];

/** The domain's type of each enum of the SDL. */
export type Enums = {
  BookingChangeKind: ChangeKind;
  BookingExtent: Of<typeof extents>;
  BookingFileFormat: ImportBookingsInput["format"];
  BookingFileProgram: BookingFileProgram;
  BookingLinkState: BookingLinkState;
  BookingOrder: BookingOrder;
  BookingParty: ChangedBy;
  BookingState: ShownState;
  CalendarDetail: CalendarDetail;
  CancellationExtent: CancelBookingInput["extent"];
  Frequency: Of<typeof frequencies>;
  HorizonKind: Of<typeof horizonKinds>;
  HostChoiceReason: (GroupChoice | HandChoice)["reason"];
  HostMode: Mode;
  ImportField: ImportField;
  ImportMode: ImportBookingsInput["mode"];
  ImportOutcome: ImportOutcome;
  ImportProblemCode: ImportProblemCode;
  LimitPeriod: Of<typeof limitPeriods>;
  LocationKind: Of<typeof locationKinds>;
  MeetingTypeVisibility: Of<typeof visibilities>;
  PartialWish: Of<typeof partialBookings>;
  ProposalState: ProposalState;
  QuestionKind: QuestionKind;
  QuestionPurpose: QuestionPurpose;
  RoutingOperator: Of<typeof routingOperators>;
  RoutingQuestionKind: Of<typeof routingKinds>;
  StatisticsGrouping: StatisticsGrouping;
};
