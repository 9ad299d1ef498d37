import { input } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Organization } from "../domain/organization.ts";

/** The organization at this address, or null; an invalid address matches no organization. */
export async function findOrganizationBySlug(
  { store }: Context,
  slug: string,
): Promise<Organization | null> {
  return input.slug.safeParse(slug).success ? store.organizations.findBySlug(slug) : null;
}

/** The organization with this id, or null. */
export async function findOrganization(
  { loaders }: Context,
  id: string,
): Promise<Organization | null> {
  return input.id.safeParse(id).success ? loaders.organization.load(id) : null;
}
