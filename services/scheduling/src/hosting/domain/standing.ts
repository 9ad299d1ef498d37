/** Whether an account is in use, out of use for a while, or erased. */
export type Standing = "PRESENT" | "AWAY" | "ERASED";

/** An account in an organization. */
export type OrganizationAccount = { readonly organizationId: string; readonly accountId: string };
