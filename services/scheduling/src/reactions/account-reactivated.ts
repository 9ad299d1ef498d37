import { AccountReactivated } from "@tidbok/events";
import { defineReaction } from "@tidbok/service";
import { keepStanding } from "../hosting/actions/keep-standing.ts";
import type { Context } from "../context.ts";

export const onAccountReactivated = defineReaction(
  AccountReactivated,
  async (context: Context, { data, occurredAt }) =>
    keepStanding(context, { ...data, state: "PRESENT", toldAt: Date.parse(occurredAt) }),
);
