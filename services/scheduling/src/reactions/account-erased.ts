import { defineReaction, AccountErased } from "@tidbok/events";
import { eraseHost } from "../hosting/actions/erase-host.ts";
import type { Context } from "../context.ts";

export const onAccountErased = defineReaction(
  AccountErased,
  async (context: Context, { data, occurredAt }) =>
    eraseHost(context, { ...data, toldAt: Date.parse(occurredAt) }),
);
