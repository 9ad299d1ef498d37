import { isMemberOf } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Organization } from "../domain/organization.ts";
import type { OrganizationChange } from "../domain/organization-change.ts";

/** Why and since when admins may see attendees; null while they may not, and for callers outside the organization. */
export async function findOversight(
  { caller, loaders }: Context,
  { id, oversightId }: Organization,
): Promise<OrganizationChange | null> {
  if (oversightId === null || !isMemberOf(caller, id)) return null;
  return loaders.organizationChange.load(oversightId);
}
