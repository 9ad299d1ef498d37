import { day, isProtectedScope, type Instant, type Membership, type Purpose } from "@tidbok/domain";

/** The purposes that an app may use data for. Purposes of our own staff are not among them. */
export const appPurposes = [
  "provide.schedule",
  "provide.notify",
  "provide.administer",
  "provide.bill",
  "provide.integrate",
  "research",
] as const satisfies readonly Purpose[];

export type AppPurpose = (typeof appPurposes)[number];

/** A scope that an app needs, and the reason. */
export type AppScope = { readonly scope: string; readonly why: string };

/** A program of a third party that may ask people for access. */
export type App = {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  /** The company that is responsible for the app, as shown in people's lists of recipients of their data. */
  readonly legalName: string;
  readonly purpose: AppPurpose;
  /** Whether it can hold a secret: a server can, a web page cannot. */
  readonly isConfidential: boolean;
  readonly redirectUris: readonly string[];
  readonly scopes: readonly AppScope[];
  readonly createdAt: Instant;
};

/** The most apps that an organization may have. */
export const mostApps = 100;

/** How long a secret stays valid after the next one was made. */
export const secretOverlap = 7 * day;

/** An owner's approval that an app may ask the organization's members for a scope. */
export type Approval = { readonly organizationId: string; readonly scope: string };

/**
 * The scopes that a person can give an app. The app must have declared them. Scopes of protected data also need the
 * approval of each of the person's organizations, because a member's access is the organization's responsibility.
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

/** Whether people approved another app than this one: another company receives the data, or at another address. */
export function needsNewApproval(before: App, after: App): boolean {
  return (
    before.legalName !== after.legalName ||
    after.redirectUris.some((uri) => !before.redirectUris.includes(uri))
  );
}
