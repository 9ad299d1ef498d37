import type { Resolvers } from "@tidbok/service";
import { listHolidays } from "../schedules/actions/list-holidays.ts";
import type { Context } from "../context.ts";
import type { Schedule as Row } from "../schedules/domain/schedule.ts";

export const Schedule: Resolvers<Context>["Schedule"] = {
  holidays: (schedule: Row, given, context) => listHolidays(context, { schedule, given }),
  owner: ({ ownerId }: Row) => ({ id: ownerId }),
};
