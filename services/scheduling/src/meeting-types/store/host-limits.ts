import { limitPeriods, type BookingLimit } from "../../schedules/domain/booking-limit.ts";
import type { Client } from "../../store/client.ts";

type Host = { readonly organizationId: string; readonly hostId: string };

/** The limits of hosts over all meeting types. */
export const hostLimits = (client: Client) => ({
  list: async ({ organizationId, hostId }: Host): Promise<BookingLimit[]> => {
    const rows = await client.hostLimit.findMany({ where: { organizationId, accountId: hostId } });
    return limitPeriods.flatMap((period) =>
      rows
        .filter((row) => row.period === period)
        .map(({ bookings, minutes }) => ({ period, bookings, minutes })),
    );
  },

  replace: async (host: Host, limits: readonly BookingLimit[]): Promise<void> => {
    const key = { organizationId: host.organizationId, accountId: host.hostId };
    await client.hostLimit.deleteMany({ where: key });
    await client.hostLimit.createMany({ data: limits.map((limit) => ({ ...limit, ...key })) });
  },
});
