import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { createSchedule } from "./actions/create-schedule.ts";
import { deleteSchedule } from "./actions/delete-schedule.ts";
import { findScheduleProblems } from "./actions/find-schedule-problems.ts";
import { findSchedule } from "./actions/find-schedule.ts";
import { listHolidays } from "./actions/list-holidays.ts";
import { listSchedules } from "./actions/list-schedules.ts";
import { updateSchedule } from "./actions/update-schedule.ts";
import type { DeletedSchedule, Schedule as ScheduleRow } from "./domain/schedule.ts";

export const resolvers: Resolvers<Context> = {
  Mutation: {
    createSchedule: (_, { input }, context) => createSchedule(context, input),
    updateSchedule: (_, { input }, context) => updateSchedule(context, input),
    deleteSchedule: (_, { input }, context) => deleteSchedule(context, input),
  },
  Organization: {
    schedules: ({ id: organizationId }: Reference, page, context) =>
      listSchedules(context, { ...page, organizationId }),
  },
  Schedule: {
    __resolveReference: ({ id }: { readonly id: string }, context) => findSchedule(context, id),
    name: (schedule: ScheduleRow | DeletedSchedule, _, { loaders }) =>
      "name" in schedule ? schedule.name : loaders.scheduleName.load(schedule.id),
    holidays: (schedule: ScheduleRow, query, context) =>
      listHolidays(context, { schedule, given: query }),
    owner: ({ ownerId }: ScheduleRow) => ({ id: ownerId }),
    problems: (schedule: ScheduleRow) => findScheduleProblems(schedule),
  },
};

type Reference = { readonly id: string };
