import { input } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Organization } from "../domain/organization.ts";
import { requireGateway } from "../../callers/domain/require-gateway.ts";

/** The picture, for the gateway that serves it; null for an organization without one. */
export async function findOrganizationLogo(
  { caller, store }: Context,
  organizationId: string,
): Promise<{ readonly hash: string; readonly png: string } | null> {
  requireGateway(caller);
  if (!input.id.safeParse(organizationId).success) return null;
  const logo = await store.organizationLogos.find(organizationId);
  return logo && { hash: logo.hash, png: Buffer.from(logo.png).toString("base64") };
}

/** The address of the picture; null for an organization without one. */
export async function findLogoUrl(
  { loaders, logos }: Context,
  { id }: Organization,
): Promise<string | null> {
  const hash = await loaders.logoHash.load(id);
  return hash && logos.url(id, hash);
}

/** The picture itself in base64; null for an organization without one. */
export async function findLogoPng(
  { loaders }: Context,
  { id }: Organization,
): Promise<string | null> {
  const png = await loaders.logoPng.load(id);
  return png && Buffer.from(png).toString("base64");
}
