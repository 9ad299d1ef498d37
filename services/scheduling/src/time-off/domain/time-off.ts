/** The host of a row of time off, and the organization that the row belongs to. */
export type TimeOffHost = { readonly organizationId: string; readonly accountId: string };

/** Which rows of an organization, newest first. */
export type TimeOffQuery = {
  readonly organizationId: string;
  /** Only the rows of this host; null: of every host. */
  readonly accountId: string | null;
  /** Only rows with a smaller id; null: from the newest on. */
  readonly before: string | null;
  readonly limit: number;
};
