import { createTransactionalStore, lazyTables } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { PrismaClient } from "../generated/prisma/client.ts";
import { absences } from "../time-off/store/absences.ts";
import { answeredRequests } from "./answered-requests.ts";
import { attendees } from "../bookings/store/attendees.ts";
import { blockedTimes } from "../time-off/store/blocked-times.ts";
import { bookingNotes } from "../notes/store/booking-notes.ts";
import { bookingLinks } from "../booking-links/store/booking-links.ts";
import { bookingStatistics } from "../statistics/store/booking-statistics.ts";
import { bookings } from "../bookings/store/bookings.ts";
import { calendarFeeds } from "../feeds/store/calendar-feeds.ts";
import { changes } from "../bookings/store/changes.ts";
import type { Client } from "./client.ts";
import { entitlements } from "../meeting-types/store/entitlements.ts";
import { guests } from "../bookings/store/guests.ts";
import { holds } from "../slots/store/holds.ts";
import { hostLimits } from "../meeting-types/store/host-limits.ts";
import { hostRows } from "../meeting-types/store/host-rows.ts";
import { imports } from "../imports/store/imports.ts";
import { meetingTypes } from "../meeting-types/store/meeting-types.ts";
import { outdatedBookings } from "../organizations/store/outdated-bookings.ts";
import { organizationSettings } from "../organizations/store/organization-settings.ts";
import { occurrences } from "../bookings/store/occurrences.ts";
import { proposals } from "../proposals/store/proposals.ts";
import { questions } from "../meeting-types/store/questions.ts";
import { reservations } from "../slots/store/reservations.ts";
import { routingForms } from "../routing/store/routing-forms.ts";
import { series } from "../series/store/series.ts";
import { scheduleNames } from "../schedules/store/schedule-names.ts";
import { hostSchedules, schedules } from "../schedules/store/schedules.ts";
import { standings } from "../hosting/store/standings.ts";

export const createStore = (prisma: PrismaClient, vault: Vault) =>
  createTransactionalStore(
    prisma,
    lazyTables({
      absences: (client: Client) => absences(client, vault),
      blockedTimes: (client: Client) => blockedTimes(client, vault),
      answeredRequests,
      calendarFeeds: (client: Client) => calendarFeeds(client, vault),
      schedules,
      scheduleNames: (client: Client) => scheduleNames(client, vault),
      hostSchedules,
      series,
      meetingTypes,
      proposals,
      questions,
      routingForms,
      reservations,
      occurrences,
      holds,
      guests: (client: Client) => guests(client, vault),
      hostLimits,
      bookingLinks,
      hostRows,
      bookings,
      bookingStatistics,
      bookingNotes: (client: Client) => bookingNotes(client, vault),
      changes: (client: Client) => changes(client, vault),
      outdatedBookings: (client: Client) => outdatedBookings(client, vault),
      attendees: (client: Client) => attendees(client, vault),
      imports,
      entitlements,
      standings,
      attendeesVisibleToAdmins: (client: Client) => organizationSettings(client.oversight),
      attendeesHiddenFromEachOther: (client: Client) => organizationSettings(client.discretion),
    }),
  );

export type Store = ReturnType<typeof createStore>;
