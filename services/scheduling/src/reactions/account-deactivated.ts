import { AccountDeactivated } from "@tidbok/events";
import { defineReaction } from "@tidbok/service";
import { keepStanding } from "../hosting/actions/keep-standing.ts";
import type { Context } from "../context.ts";

export const onAccountDeactivated = defineReaction(
  AccountDeactivated,
  async (context: Context, { data, occurredAt }) =>
    keepStanding(context, { ...data, state: "AWAY", toldAt: Date.parse(occurredAt) }),
);
