import { BookingReassigned, defineReaction } from "@tidbok/events";
import type { Context } from "../context.ts";
import { saveReassignment } from "../organizations/actions/save-reassignment.ts";

export const onBookingReassigned = defineReaction(
  BookingReassigned,
  async (context: Context, { data: { organizationId, by, byId, toHostId } }) => {
    if (by === "ADMIN" && byId) await saveReassignment(context, { organizationId, byId, toHostId });
  },
);
