import type { Resolvers } from "@tidbok/service";
import { findChangeReason } from "../bookings/actions/find-change-reason.ts";
import type { ShownChange } from "../bookings/actions/list-changes.ts";
import type { Context } from "../context.ts";

export const BookingChange: Resolvers<Context>["BookingChange"] = {
  state: ({ kind, state }: ShownChange) => (kind === "NO_SHOW" ? "NO_SHOW" : state),
  startAt: ({ start }: ShownChange) => start,
  endAt: ({ end }: ShownChange) => end,
  fromHost: ({ fromHostId }: ShownChange) => fromHostId && { id: fromHostId },
  toHost: ({ toHostId }: ShownChange) => toHostId && { id: toHostId },
  reason: (change: ShownChange, _, context) => findChangeReason(context, change),
};
