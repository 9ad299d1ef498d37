import { DomainError, type Instant } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";
import { givableScopes, type App } from "./app.ts";

/** That an app has to do with an organization's data, or is kept from it. */
export type AppAccess = {
  readonly app: App;
  /** The scopes of protected data that the organization approved. */
  readonly approvedScopes: readonly string[];
  /** How many members have let it in. */
  readonly memberCount: number;
  /** Since the first approval or permission that still holds; null where there is none. */
  readonly since: Instant | null;
  readonly isShutOut: boolean;
};

/** The most that the app can get of the organization's data through its members. */
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

export class AppShutOut extends DomainError<ErrorCode> {
  constructor() {
    super("APP_SHUT_OUT", "The organization keeps this app from its data; readmit it first.");
  }
}
