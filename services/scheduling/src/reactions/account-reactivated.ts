import { defineReaction, AccountReactivated } from "@tidbok/events";
import { saveStanding } from "../hosting/actions/save-standing.ts";
import type { Context } from "../context.ts";

export const onAccountReactivated = defineReaction(
  AccountReactivated,
  async (context: Context, { data, aggregateVersion: version, occurredAt }) =>
    saveStanding(context, { ...data, state: "PRESENT", version, toldAt: Date.parse(occurredAt) }),
);
