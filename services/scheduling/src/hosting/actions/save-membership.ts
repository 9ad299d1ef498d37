import type { Instant } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { OrganizationAccount } from "../domain/standing.ts";
import { endHosting } from "./steps/end-hosting.ts";

/** Saves whether an account belongs to an organization. An account that left it hosts nothing there any longer. */
export async function saveMembership(
  context: Context,
  membership: OrganizationAccount & { readonly isCurrent: boolean; readonly toldAt: Instant },
): Promise<void> {
  const isNews = await context.store.standings.putMembership(membership);
  if (isNews && !membership.isCurrent) await endHosting(context, membership);
}
