import type { Instant, Role } from "@tidbok/domain";

/** An address was invited to an organization. Nothing is said about whether it has an account. */
export type Invitation = {
  readonly id: string;
  readonly organizationId: string;
  readonly role: Role;
  /** Null once what was sealed cannot be read any more. */
  readonly email: string | null;
  readonly invitedBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly acceptedBy: string | null;
};

const lifetime = 7 * 86_400_000;

/** An invitation that can be accepted for seven days. */
export function invite(
  invitation: Pick<Invitation, "id" | "organizationId" | "role" | "invitedBy"> & { email: string },
  now: Instant,
): Invitation & { readonly email: string } {
  const open = { acceptedAt: null, acceptedBy: null };
  return { ...invitation, ...open, createdAt: now, expiresAt: now + lifetime };
}
