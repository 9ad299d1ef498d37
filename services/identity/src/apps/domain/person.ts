import type { Membership } from "@tidbok/domain";

/** A person who can give apps access: the account is verified and active. */
export type Person = {
  readonly id: string;
  readonly locale: string | null;
  readonly memberships: readonly Membership[];
};
