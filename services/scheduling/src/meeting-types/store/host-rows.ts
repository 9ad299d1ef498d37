import type { Client } from "../../store/client.ts";

/** All that an account set up as a host: in one organization, or in every one where that is null. */
export type HostRows = { readonly accountId: string; readonly organizationId: string | null };

/** What is there because somebody hosts, and goes when they do not host any more. */
export const hostRows = (client: Client) => ({
  /** Takes it all away. Nobody may host by one of the schedules any more. */
  remove: async ({ accountId, organizationId }: HostRows): Promise<void> => {
    const inside = organizationId === null ? {} : { organizationId };
    await client.absence.updateMany({
      where: { ...inside, standInId: accountId },
      data: { standInId: null },
    });
    await client.absence.deleteMany({ where: { ...inside, accountId } });
    await client.blockedTime.deleteMany({ where: { ...inside, accountId } });
    await client.hostLimit.deleteMany({ where: { ...inside, accountId } });
    await client.schedule.deleteMany({ where: { ...inside, ownerId: accountId } });
  },
});
