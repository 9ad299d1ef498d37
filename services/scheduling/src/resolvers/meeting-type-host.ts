import type { Resolvers } from "@tidbok/service";
import type { ShownHost } from "../meeting-types/actions/list-hosts.ts";
import type { Context } from "../context.ts";

export const MeetingTypeHost: Resolvers<Context>["MeetingTypeHost"] = {
  account: ({ accountId }: ShownHost) => ({ id: accountId }),
  schedule: ({ scheduleId }: ShownHost, _, { loaders }) =>
    scheduleId === undefined ? null : loaders.schedule.load(scheduleId),
};
