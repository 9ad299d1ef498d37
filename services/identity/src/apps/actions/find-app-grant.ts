import { derivedId, type Instant } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { App } from "../domain/app.ts";

/** What a person let an app do, over all of the times that they did. */
export type AppGrant = {
  readonly id: string;
  readonly accountId: string;
  readonly scopes: readonly string[];
  readonly since: Instant;
  /** The day in UTC on which the app last used it; null if it never did. */
  readonly lastUsedOn: string | null;
};

/** What the caller lets an app do; null without a log-in, and once it is over. */
export async function findAppGrant(
  { caller, loaders, grantedScopes }: Context,
  app: App,
): Promise<AppGrant | null> {
  if (caller.kind !== "account") return null;
  const { accountId } = caller;
  const grants = (await loaders.grants.load(accountId)).filter(({ appId }) => appId === app.id);
  if (grants.length === 0) return null;
  const given = new Set(grants.flatMap(grantedScopes));
  const days = grants.flatMap(({ lastUsedOn }) => lastUsedOn ?? []).sort();
  return {
    id: grantIdOf({ accountId, appId: app.id }),
    accountId,
    // A scope that the app no longer declares is worth nothing.
    scopes: app.scopes.map(({ scope }) => scope).filter((scope) => given.has(scope)),
    since: Math.min(...grants.map(({ createdAt }) => createdAt)),
    lastUsedOn: days.at(-1) ?? null,
  };
}

/** What the caller lets an app do, by its id; null for that of another person, and once it is over. */
export async function findAppGrantById(context: Context, id: string): Promise<AppGrant | null> {
  const { caller, store, loaders } = context;
  if (caller.kind !== "account") return null;
  const { accountId } = caller;
  const grants = await loaders.grants.load(accountId);
  const appId = grants.find(({ appId }) => appId && grantIdOf({ accountId, appId }) === id)?.appId;
  const app = appId ? await store.apps.find(appId) : null;
  return app && findAppGrant(context, app);
}

function grantIdOf({ accountId, appId }: { accountId: string; appId: string }): string {
  return derivedId("AppGrant", [accountId, appId]);
}
