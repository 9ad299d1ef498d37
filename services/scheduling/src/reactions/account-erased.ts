import { defineReaction, AccountErased } from "@tidbok/events";
import { eraseHost } from "../hosting/actions/erase-host.ts";
import type { Context } from "../context.ts";

export const onAccountErased = defineReaction(
  AccountErased,
  async (context: Context, { data, aggregateVersion: version, occurredAt }) =>
    eraseHost(context, { ...data, version, toldAt: Date.parse(occurredAt) }),
);
