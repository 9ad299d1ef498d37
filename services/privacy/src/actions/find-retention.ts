import type { Context } from "../context.ts";
import { unsetRetention, type Retention } from "../domain/retention.ts";

/** How long the organization keeps its bookings. A visitor reads it before booking, so it is for everybody. */
export async function findRetention(context: Context, organizationId: string): Promise<Retention> {
  return (await context.loaders.retention.load(organizationId)) ?? unsetRetention(organizationId);
}
