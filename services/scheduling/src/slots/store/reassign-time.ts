import { breaks } from "@tidbok/service";
import { HostNotAvailable, type HandChoice, type HandOver } from "../../hosting/domain/reassign.ts";
import type { Client } from "../../store/client.ts";

/** What the change is of, from whom to whom, and why. */
export type Reassigning = HandOver & { readonly bookingId: string; readonly choice: HandChoice };

/** Gives what a booking takes of one host to another. Throws HostNotAvailable where that one has no time. */
export async function reassignTime(client: Client, reassigning: Reassigning): Promise<void> {
  const { bookingId, fromHostId, toHostId, choice } = reassigning;
  try {
    const given = await client.$executeRaw`
      UPDATE reservation SET host_id = ${toHostId}::uuid, host_choice = ${JSON.stringify(choice)}::jsonb
      WHERE booking_id = ${bookingId}::uuid AND host_id = ${fromHostId}::uuid`;
    if (given !== 1) throw new Error("A host of a locked booking has no time of it.");
  } catch (error) {
    if (breaks(error, "reservation_no_overlap")) throw new HostNotAvailable();
    throw error;
  }
}
