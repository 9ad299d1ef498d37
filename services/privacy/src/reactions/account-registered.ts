import { AccountRegistered } from "@tidbok/events";
import { defineReaction } from "@tidbok/service";
import { recordAcceptance } from "../actions/record-acceptance.ts";
import type { Context } from "../context.ts";

export const onAccountRegistered = defineReaction<Context, typeof AccountRegistered.schema>(
  AccountRegistered,
  async (context, { data, occurredAt }) =>
    recordAcceptance(context, { ...data, acceptedAt: Date.parse(occurredAt) }),
);
