/** How many deliveries a process has under way at the same time. */
export const slotCount = 32;

/** How many of them are left to mails about accounts: a sign-up does not wait for mails of organizations. */
export const slotsForAccounts = 8;

/** How many deliveries of one organization are under way at the same time, in all processes. */
export const mostOfOneOrganization = 12;

/** What a worker with so many free slots may take up. */
export function slotsOf(free: number): {
  readonly limit: number;
  readonly limitOfOrganizations: number;
  readonly mostOfOne: number;
} {
  return {
    limit: free,
    limitOfOrganizations: Math.max(0, free - slotsForAccounts),
    mostOfOne: mostOfOneOrganization,
  };
}
