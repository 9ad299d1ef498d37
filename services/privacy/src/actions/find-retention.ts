import { isMemberOf } from "@tidbok/domain";
import type { Context } from "../context.ts";
import { unsetRetention, type Retention } from "../domain/retention.ts";

/** How long the organization keeps its bookings; null for a caller outside it. */
export async function findRetention(
  context: Context,
  organizationId: string,
): Promise<Retention | null> {
  if (!isMemberOf(context.caller, organizationId)) return null;
  return (await context.loaders.retention.load(organizationId)) ?? unsetRetention;
}
