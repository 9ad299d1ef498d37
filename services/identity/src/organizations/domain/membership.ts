import type { Instant, Role } from "@tidbok/domain";

/** An account belongs to an organization. */
export type Membership = {
  /** A random id: it spells out neither the person nor the organization. */
  readonly id: string;
  readonly organizationId: string;
  readonly accountId: string;
  readonly role: Role;
  readonly joinedAt: Instant;
  /** The version of the organization at which it began, so that a person who comes back has another membership; 0 if unknown. */
  readonly version: number;
};

/** Whether a member of the one role may give, change or take the other: only owners manage owners. */
export function mayGovern(own: Role | null, other: Role): boolean {
  return own === "OWNER" || (own === "ADMIN" && other !== "OWNER");
}

/** How many organizations a person may belong to: each request carries them all in its caller token. */
export const mostMemberships = 50;
