/** The host of a row of time off, and the organization that the row belongs to. */
export type TimeOffHost = { readonly organizationId: string; readonly accountId: string };
