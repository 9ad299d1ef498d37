import { derivedId, type Instant } from "@tidbok/domain";
import { givableScopes, type App } from "./app.ts";

/** An app's access to an organization's data, or its exclusion from it. */
export type AppAccess = {
  readonly app: App;
  /** The scopes of protected data that the organization approved. */
  readonly approvedScopes: readonly string[];
  /** The scopes that it approved before the app changed; they do not hold. */
  readonly suspendedScopes: readonly string[];
  /** The scopes with which it acts for the organization by its own tokens; empty if it is not installed. */
  readonly installedScopes: readonly string[];
  /** The day in UTC on which it last did so; null if it never did. */
  readonly lastActedOn: string | null;
  /** How many members have given it access. */
  readonly memberCount: number;
  /** The time of the earliest approval or grant that still holds; null without one. */
  readonly since: Instant | null;
  readonly isShutOut: boolean;
};

/** An app's access to an organization's data, in ids. */
export type AppHold = Omit<AppAccess, "app"> & { readonly appId: string };

/** The id of an app's access to an organization's data, which has no row of its own. */
export function accessIdOf({
  organizationId,
  appId,
}: {
  readonly organizationId: string;
  readonly appId: string;
}): string {
  return derivedId("AppAccess", [organizationId, appId]);
}

/** The scopes that the app can get at most for the organization's data through its members. */
export function scopesWithin(
  { app, approvedScopes, isShutOut }: AppAccess,
  organizationId: string,
): readonly string[] {
  if (isShutOut) return [];
  return givableScopes(
    app.scopes.map(({ scope }) => scope),
    {
      app,
      approvals: approvedScopes.map((scope) => ({ organizationId, scope })),
      memberships: [{ organizationId, role: "MEMBER" }],
    },
  );
}
