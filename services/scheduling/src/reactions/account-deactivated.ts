import { defineReaction, AccountDeactivated } from "@tidbok/events";
import { saveStanding } from "../hosting/actions/save-standing.ts";
import type { Context } from "../context.ts";

export const onAccountDeactivated = defineReaction(
  AccountDeactivated,
  async (context: Context, { data, aggregateVersion: version, occurredAt }) =>
    saveStanding(context, { ...data, state: "AWAY", version, toldAt: Date.parse(occurredAt) }),
);
