import { createTransactionalStore } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { PrismaClient } from "../generated/prisma/client.ts";
import { absences } from "./absences.ts";
import { answeredRequests } from "./answered-requests.ts";
import { attendees } from "./attendees.ts";
import { blockedTimes } from "./blocked-times.ts";
import { bookingNotes } from "./booking-notes.ts";
import { bookingLinks } from "./booking-links.ts";
import { bookingStatistics } from "./booking-statistics.ts";
import { bookings } from "./bookings.ts";
import { calendarFeeds } from "./calendar-feeds.ts";
import { changes } from "./changes.ts";
import type { Client } from "./client.ts";
import { entitlements } from "./entitlements.ts";
import { formerHosts } from "./former-hosts.ts";
import { guests } from "./guests.ts";
import { holds } from "./holds.ts";
import { hostChoices } from "./host-choices.ts";
import { hostLimits } from "./host-limits.ts";
import { hostRows } from "./host-rows.ts";
import { imports } from "./imports.ts";
import { meetingTypes } from "./meeting-types.ts";
import { outdatedBookings } from "./outdated-bookings.ts";
import { occurrences } from "./occurrences.ts";
import { proposals } from "./proposals.ts";
import { questions } from "./questions.ts";
import { reservations } from "./reservations.ts";
import { routingForms } from "./routing-forms.ts";
import { series } from "./series.ts";
import { schedules } from "./schedules.ts";
import { standings } from "./standings.ts";
import { toldOrganizations } from "./told-organizations.ts";

export const createStore = (prisma: PrismaClient, vault: Vault) =>
  createTransactionalStore(prisma, (client: Client) => ({
    absences: absences(client, vault),
    blockedTimes: blockedTimes(client, vault),
    answeredRequests: answeredRequests(client),
    calendarFeeds: calendarFeeds(client),
    schedules: schedules(client),
    series: series(client),
    meetingTypes: meetingTypes(client),
    proposals: proposals(client),
    questions: questions(client),
    routingForms: routingForms(client),
    reservations: reservations(client),
    occurrences: occurrences(client),
    holds: holds(client),
    guests: guests(client, vault),
    formerHosts: formerHosts(client),
    hostChoices: hostChoices(client),
    hostLimits: hostLimits(client),
    bookingLinks: bookingLinks(client),
    hostRows: hostRows(client),
    bookings: bookings(client),
    bookingStatistics: bookingStatistics(client),
    bookingNotes: bookingNotes(client, vault),
    changes: changes(client, vault),
    outdatedBookings: outdatedBookings(client, vault),
    attendees: attendees(client, vault),
    imports: imports(client),
    entitlements: entitlements(client),
    standings: standings(client),
    // Of those whose admins may see who attends, and whose hosts may not show attendees to each other.
    oversights: toldOrganizations(client.oversight),
    discretions: toldOrganizations(client.discretion),
  }));

export type Store = ReturnType<typeof createStore>;
