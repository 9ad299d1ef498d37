import { defineReaction, OversightChanged } from "@tidbok/events";
import { saveAttendeesVisibleToAdmins } from "../organizations/actions/save-attendees-visible-to-admins.ts";
import type { Context } from "../context.ts";

export const onOversightChanged = defineReaction(
  OversightChanged,
  async (context: Context, { data, occurredAt }) =>
    saveAttendeesVisibleToAdmins(context, { ...data, changedAt: Date.parse(occurredAt) }),
);
