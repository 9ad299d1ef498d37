import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { MeetingType as MeetingTypeRow } from "../meeting-types/domain/meeting-type.ts";
import { findHold } from "./actions/find-hold.ts";
import { findNextAvailable } from "./actions/find-next-available.ts";
import { findSlotsByDate } from "./actions/find-slots-by-date.ts";
import { holdSlot } from "./actions/hold-slot.ts";
import { releaseHold } from "./actions/release-hold.ts";
import type { Hold as HoldRow } from "./domain/hold.ts";
import type { ShownSlot } from "./domain/slot-days.ts";

export const resolvers: Resolvers<Context> = {
  Mutation: {
    holdSlot: (_, { input }, context) => holdSlot(context, input),
    releaseHold: (_, { input }, context) => releaseHold(context, input),
  },
  Hold: {
    __resolveReference: ({ id }: { readonly id: string }, context) => findHold(context, id),
    startAt: ({ start }: HoldRow) => start,
    endAt: ({ end }: HoldRow) => end,
  },
  MeetingType: {
    nextAvailable: (meetingType: MeetingTypeRow, given, context) =>
      findNextAvailable(context, { meetingType, given }),
    slots: (meetingType: MeetingTypeRow, given, context) =>
      findSlotsByDate(context, { meetingType, given }),
  },
  Slot: {
    startAt: ({ start }: ShownSlot) => start,
    endAt: ({ end }: ShownSlot) => end,
  },
};
