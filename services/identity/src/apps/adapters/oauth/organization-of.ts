import { errors, type KoaContextWithOIDC } from "oidc-provider";
import type { OauthParts } from "./oauth-parts.ts";

// The parameter is Tidbok's own: one token acts for one organization, because each owner allows other scopes.
function asked(ctx: KoaContextWithOIDC): string | null {
  const body = (ctx.oidc.body ?? {}) as Readonly<Record<string, unknown>>;
  if (body["grant_type"] !== "client_credentials" || !("organization" in body)) return null;
  return String(body["organization"]);
}

/** The claim that names the organization which an app's own token acts for. */
export function organizationOf(ctx: KoaContextWithOIDC, kind: string): { readonly org?: string } {
  const organizationId = kind === "ClientCredentials" ? asked(ctx) : null;
  return organizationId === null ? {} : { org: organizationId };
}

/**
 * The scopes that an app may ask for in the organization which its request names; null if it names no organization.
 * Throws InvalidTarget where the app is not installed, with the same words as where there is no such organization.
 */
export async function scopeWithin(
  ctx: KoaContextWithOIDC,
  installedScopes: OauthParts["installedScopes"],
): Promise<string | null> {
  const organizationId = asked(ctx);
  if (organizationId === null) return null;
  const appId = ctx.oidc.client?.clientId ?? "";
  const scopes = await installedScopes({ appId, organizationId });
  if (scopes === null) throw new errors.InvalidTarget("the app is not installed there");
  return scopes.join(" ");
}
