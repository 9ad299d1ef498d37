import type { GroupChoice, HandChoice } from "../../slots/domain/host-choice.ts";
import type { Client } from "../../store/client.ts";

/** The hosts that round robin or a person chose, and why; stored with the reservation of the host. */
export const hostChoices = (client: Client) => ({
  /** By booking, in the order of its hosts. */
  findMany: async (
    bookingIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly (GroupChoice | HandChoice)[]>> => {
    const rows = await client.$queryRaw<
      { booking_id: string; choices: readonly (GroupChoice | HandChoice)[] }[]
    >`
      SELECT booking_id, json_agg(host_choice ORDER BY position) AS choices FROM reservation
      WHERE booking_id = ANY(${[...bookingIds]}::uuid[]) AND host_choice IS NOT NULL GROUP BY booking_id`;
    return new Map(rows.map(({ booking_id, choices }) => [booking_id, choices]));
  },
});
