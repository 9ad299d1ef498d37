import type { Client } from "../../store/client.ts";

/** The hosts that bookings had before a hand-over; some of them may host again. */
export const formerHosts = (client: Client) => ({
  /** By booking. */
  findMany: async (
    bookingIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> => {
    const rows = await client.$queryRaw<{ booking_id: string; host_ids: readonly string[] }[]>`
      SELECT booking_id, array_agg(DISTINCT from_host_id::text) AS host_ids FROM booking_change
      WHERE booking_id = ANY(${[...bookingIds]}::uuid[]) AND from_host_id IS NOT NULL GROUP BY booking_id`;
    return new Map(rows.map(({ booking_id, host_ids }) => [booking_id, host_ids]));
  },
});
