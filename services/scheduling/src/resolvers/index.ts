import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { Absence } from "./absence.ts";
import { Attendee } from "./attendee.ts";
import { BlockedTime } from "./blocked-time.ts";
import { Booking } from "./booking.ts";
import { BookingNote } from "./booking-note.ts";
import { BookingLink } from "./booking-link.ts";
import { BookingFiguresGroup } from "./booking-figures-group.ts";
import { BookingChange } from "./booking-change.ts";
import { BookingImport } from "./booking-import.ts";
import { ImportedRow } from "./imported-row.ts";
import { CalendarFeedPayload } from "./calendar-feed-payload.ts";
import { BookMeetingPayload } from "./book-meeting-payload.ts";
import { Fellow } from "./fellow.ts";
import { Guest, GuestLink } from "./guest.ts";
import { HostChoice, HostStanding } from "./host-choice.ts";
import { Hold } from "./hold.ts";
import { MeetingType } from "./meeting-type.ts";
import { MeetingTypeHost } from "./meeting-type-host.ts";
import { Mutation } from "./mutation.ts";
import { Organization } from "./organization.ts";
import { Proposal } from "./proposal.ts";
import { Query } from "./query.ts";
import { RoutingForm, RoutingTarget } from "./routing-form.ts";
import { Schedule } from "./schedule.ts";
import { BookSeriesPayload, Series, SeriesGap } from "./series.ts";
import { Slot } from "./slot.ts";

export const resolvers: Resolvers<Context> = {
  Query,
  Mutation,
  Organization,
  Schedule,
  RoutingForm,
  RoutingTarget,
  Absence,
  BlockedTime,
  BookingImport,
  ImportedRow,
  CalendarFeedPayload,
  MeetingType,
  MeetingTypeHost,
  Slot,
  Hold,
  HostChoice,
  HostStanding,
  Booking,
  BookingLink,
  BookingChange,
  Guest,
  GuestLink,
  Proposal,
  BookingFiguresGroup,
  BookingNote,
  Attendee,
  BookMeetingPayload,
  BookSeriesPayload,
  Series,
  SeriesGap,
  Fellow,
};
