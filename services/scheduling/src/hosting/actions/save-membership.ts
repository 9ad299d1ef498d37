import type { Context } from "../../context.ts";
import type { OrganizationAccount, Told } from "../domain/standing.ts";
import { endHosting } from "./steps/end-hosting.ts";

/** Saves whether an account belongs to an organization. An account that left it hosts nothing there any longer. */
export async function saveMembership(
  context: Context,
  membership: Told & OrganizationAccount & { readonly isCurrent: boolean },
): Promise<void> {
  const isNews = await context.store.standings.putMembership(membership);
  if (isNews && !membership.isCurrent) await endHosting(context, membership);
}
