import type { Instant } from "@tidbok/domain";
import type { App } from "./app.ts";

/** That an owner installed an app, which then acts for the organization by its own tokens. */
export type Installation = {
  readonly appId: string;
  readonly organizationId: string;
  readonly scopes: readonly string[];
  readonly installedAt: Instant;
  /** Since when it rests, because the app's company or addresses are other ones; null while it holds. */
  readonly suspendedAt: Instant | null;
  /** The day in UTC on which the app last acted for the organization; null if it never did. */
  readonly lastUsedOn: string | null;
};

/** The scopes of an installation that count now: those that the app still declares. */
export function scopesInstalled(
  { scopes, suspendedAt }: Pick<Installation, "scopes" | "suspendedAt">,
  app: Pick<App, "scopes">,
): readonly string[] {
  if (suspendedAt !== null) return [];
  return scopes.filter((each) => app.scopes.some(({ scope }) => scope === each));
}
