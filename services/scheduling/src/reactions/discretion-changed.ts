import { defineReaction, DiscretionChanged } from "@tidbok/events";
import { saveAttendeesHiddenFromEachOther } from "../organizations/actions/save-attendees-hidden-from-each-other.ts";
import type { Context } from "../context.ts";

export const onDiscretionChanged = defineReaction(
  DiscretionChanged,
  async (context: Context, { data, occurredAt }) =>
    saveAttendeesHiddenFromEachOther(context, { ...data, changedAt: Date.parse(occurredAt) }),
);
