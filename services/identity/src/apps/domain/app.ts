import {
  Forbidden,
  isProtectedScope,
  type Instant,
  type Membership,
  type Purpose,
  type Role,
} from "@tidbok/domain";

/** What an app may say that it uses data for: what the product does, not what only our own people do. */
export const appPurposes = [
  "provide.schedule",
  "provide.notify",
  "provide.administer",
  "provide.bill",
  "provide.integrate",
  "research",
] as const satisfies readonly Purpose[];

export type AppPurpose = (typeof appPurposes)[number];

/** A scope that an app needs, and the sentence that says why. */
export type AppScope = { readonly scope: string; readonly why: string };

/** A program of somebody else that may ask for people's permission. */
export type App = {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  /** Who answers for it, as it stands in people's lists of who has their data. */
  readonly legalName: string;
  readonly purpose: AppPurpose;
  /** Whether it can keep a secret, as a server can and a page cannot. */
  readonly isConfidential: boolean;
  readonly redirectUris: readonly string[];
  readonly scopes: readonly AppScope[];
  readonly createdAt: Instant;
};

/** How many apps an organization may have: somebody answers for each of them. */
export const mostApps = 100;

/** How long a secret stays valid after the next one was made. */
export const secretOverlap = 7 * 86_400_000;

/** Throws Forbidden unless the role governs the organization's apps. */
export function requireAppKeeper(role: Role | null): void {
  if (role !== "OWNER" && role !== "ADMIN") throw new Forbidden();
}

/** That an organization's owner lets an app ask its members for a scope. */
export type Approval = { readonly organizationId: string; readonly scope: string };

/**
 * The scopes that a person can give an app: those that it declared, and of protected data only what the
 * owner of every organization of theirs has approved, for what a member sees is the organization's to protect.
 */
export function givableScopes(
  asked: readonly string[],
  {
    app,
    approvals,
    memberships,
  }: {
    app: Pick<App, "scopes">;
    approvals: readonly Approval[];
    memberships: readonly Membership[];
  },
): readonly string[] {
  const declared = new Set(app.scopes.map(({ scope }) => scope));
  const isApproved = (scope: string) =>
    memberships.every(({ organizationId }) =>
      approvals.some((each) => each.organizationId === organizationId && each.scope === scope),
    );
  return asked.filter(
    (scope) => declared.has(scope) && (!isProtectedScope(scope) || isApproved(scope)),
  );
}
