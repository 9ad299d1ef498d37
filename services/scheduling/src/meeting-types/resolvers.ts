import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { createMeetingType } from "./actions/create-meeting-type.ts";
import { findMeetingType } from "./actions/find-meeting-type.ts";
import { findQuestion } from "./actions/find-question.ts";
import { listHostLimits } from "./actions/list-host-limits.ts";
import { listHosts, type ShownHost } from "./actions/list-hosts.ts";
import { listMeetingTypes } from "./actions/list-meeting-types.ts";
import { locationFor } from "./actions/location-for.ts";
import { setHostLimits } from "./actions/set-host-limits.ts";
import { updateMeetingType } from "./actions/update-meeting-type.ts";
import type { MeetingType as MeetingTypeRow } from "./domain/meeting-type.ts";

export const resolvers: Resolvers<Context> = {
  Query: {
    meetingType: (_, { id }, context) => findMeetingType(context, { id }),
  },
  Mutation: {
    createMeetingType: (_, { input }, context) => createMeetingType(context, input),
    updateMeetingType: (_, { input }, context) => updateMeetingType(context, input),
    setHostLimits: (_, { input }, context) => setHostLimits(context, input),
  },
  MeetingTypeHost: {
    account: ({ accountId }: ShownHost) => ({ id: accountId }),
    schedule: ({ scheduleId }: ShownHost, _, { loaders }) =>
      scheduleId === undefined ? null : loaders.schedule.load(scheduleId),
  },
  MeetingType: {
    __resolveReference: ({ id }: { readonly id: string }, context) =>
      findMeetingType(context, { id }),
    organization: ({ organizationId }: MeetingTypeRow) => ({ id: organizationId }),
    location: (meetingType: MeetingTypeRow, _, context) => locationFor(context, meetingType),
    hosts: (meetingType: MeetingTypeRow, _, context) => listHosts(context, meetingType),
  },
  Organization: {
    meetingType: ({ id: organizationId }: Reference, { slug }, context) =>
      findMeetingType(context, { organizationId, slug }),
    meetingTypes: ({ id: organizationId }: Reference, page, context) =>
      listMeetingTypes(context, { ...page, organizationId }),
    hostLimits: ({ id: organizationId }: Reference, query, context) =>
      listHostLimits(context, { ...query, organizationId }),
  },
  Question: {
    __resolveReference: ({ id }: { readonly id: string }, context) => findQuestion(context, id),
  },
};

type Reference = { readonly id: string };
