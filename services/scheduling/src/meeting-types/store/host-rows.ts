import type { Client } from "../../store/client.ts";

/** The account as a host: in one organization, or in all organizations if that is null. */
export type HostRows = { readonly accountId: string; readonly organizationId: string | null };

/** The rows that exist because an account hosts: schedules, absences, blocked times and limits. */
export const hostRows = (client: Client) => ({
  /** Removes all of them. No meeting type may use one of the schedules any more. */
  remove: async ({ accountId, organizationId }: HostRows): Promise<void> => {
    const within = organizationId === null ? {} : { organizationId };
    await client.absence.updateMany({
      where: { ...within, standInId: accountId },
      data: { standInId: null },
    });
    await client.absence.deleteMany({ where: { ...within, accountId } });
    await client.blockedTime.deleteMany({ where: { ...within, accountId } });
    await client.hostLimit.deleteMany({ where: { ...within, accountId } });
    await client.schedule.deleteMany({ where: { ...within, ownerId: accountId } });
  },
});
