/** How an account stands: in use, out of use for a while, or gone for good with nothing left of it. */
export type Standing = "PRESENT" | "AWAY" | "ERASED";

/** An account in an organization. */
export type HostPlace = { readonly organizationId: string; readonly accountId: string };
