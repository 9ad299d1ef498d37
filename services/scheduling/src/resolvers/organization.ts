import type { Resolvers } from "@tidbok/service";
import { findMeetingType } from "../meeting-types/actions/find-meeting-type.ts";
import { listAbsences } from "../time-off/actions/list-absences.ts";
import { listBlockedTimes } from "../time-off/actions/list-blocked-times.ts";
import { listBookings } from "../bookings/actions/list-bookings.ts";
import { listHostLimits } from "../meeting-types/actions/list-host-limits.ts";
import { listMeetingTypes } from "../meeting-types/actions/list-meeting-types.ts";
import { listRoutingForms } from "../routing/actions/list-routing-forms.ts";
import { listSchedules } from "../schedules/actions/list-schedules.ts";
import { previewRetention } from "../organizations/actions/preview-retention.ts";
import { summarizeBookings } from "../statistics/actions/summarize-bookings.ts";
import type { Context } from "../context.ts";

type Reference = { readonly id: string };

export const Organization: Resolvers<Context>["Organization"] = {
  // Only the id comes back: whatever else a representation carries is not ours to repeat.
  __resolveReference: ({ id }: Reference) => ({ id }),
  meetingType: ({ id: organizationId }: Reference, { slug }, context) =>
    findMeetingType(context, { organizationId, slug }),
  meetingTypes: ({ id: organizationId }: Reference, page, context) =>
    listMeetingTypes(context, { ...page, organizationId }),
  routingForms: ({ id: organizationId }: Reference, page, context) =>
    listRoutingForms(context, { ...page, organizationId }),
  schedules: ({ id: organizationId }: Reference, page, context) =>
    listSchedules(context, { ...page, organizationId }),
  absences: ({ id: organizationId }: Reference, page, context) =>
    listAbsences(context, { ...page, organizationId }),
  blockedTimes: ({ id: organizationId }: Reference, page, context) =>
    listBlockedTimes(context, { ...page, organizationId }),
  hostLimits: ({ id: organizationId }: Reference, asked, context) =>
    listHostLimits(context, { ...asked, organizationId }),
  bookings: ({ id: organizationId }: Reference, asked, context) =>
    listBookings(context, { ...asked, organizationId }),
  bookingStatistics: ({ id: organizationId }: Reference, given, context) =>
    summarizeBookings(context, { organizationId, given }),
  retentionPreview: ({ id: organizationId }: Reference, asked, context) =>
    previewRetention(context, { ...asked, organizationId }),
};
