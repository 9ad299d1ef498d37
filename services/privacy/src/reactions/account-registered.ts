import { defineReaction, AccountRegistered } from "@tidbok/events";
import { recordAcceptance } from "../actions/record-acceptance.ts";
import type { Context } from "../context.ts";

export const onAccountRegistered = defineReaction(
  AccountRegistered,
  async (context: Context, event) => {
    const { accountId, policyVersion } = event.data;
    await recordAcceptance(context, {
      accountId,
      version: policyVersion,
      acceptedAt: Date.parse(event.occurredAt),
    });
  },
);
