import type { Instant } from "@tidbok/domain";
import type { Vault } from "@tidbok/vault";
import type { NewGuest } from "../domain/booking-input.ts";
import type { Guest } from "../domain/guest.ts";
import type { AttendeeModel } from "../../generated/prisma/models.ts";
import { emailPurpose } from "./attendees.ts";
import type { Client } from "../../store/client.ts";
import { owned, placeOf } from "./seal-attendee.ts";

/** Attendees whom others have invited; what is known of them is in the attendee's row. */
export const guests = (client: Client, vault: Vault) => ({
  find: async (id: string): Promise<Guest | null> => {
    const row = await client.attendee.findUnique({ where: { id, kind: "GUEST" } });
    return row && toGuest(row);
  },

  /** By booking, those who left included, in the order in which they were invited. */
  findMany: async (bookingIds: readonly string[]): Promise<readonly Guest[]> => {
    const rows = await client.attendee.findMany({
      where: { bookingId: { in: [...bookingIds] }, kind: "GUEST" },
      orderBy: { position: "asc" },
    });
    return rows.map(toGuest);
  },

  /** Of these addresses, whose are known to the booking: who has them, and whether they have left. */
  findKnown: async (
    bookingId: string,
    emails: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly hasLeft: boolean }>> => {
    const rows = await client.attendee.findMany({ where: { bookingId } });
    const known = rows.flatMap(({ emailIndex, leftAt }) =>
      emailIndex ? [{ index: hex(emailIndex), hasLeft: leftAt !== null }] : [],
    );
    const found = emails.flatMap((email) => {
      const match = known.find(({ index }) => index === hex(vault.blindIndex(emailPurpose, email)));
      return match ? [[email, { hasLeft: match.hasLeft }] as const] : [];
    });
    return new Map(found);
  },

  /** Adds guests behind those that there are; the table refuses more than a booking may have. */
  insertMany: async (
    made: { readonly organizationId: string; readonly bookingId: string; readonly now: Instant },
    invited: readonly (NewGuest & { readonly id: string; readonly invitedById: string })[],
  ): Promise<void> => {
    const { organizationId, bookingId, now } = made;
    const before = await client.attendee.count({ where: { bookingId, kind: "GUEST" } });
    for (const [i, { id, name, email, invitedById }] of invited.entries()) {
      const [address, called] = await vault.sealMany([
        { place: placeOf(id, "email"), text: email },
        ...(name == null ? [] : [{ place: placeOf(id, "name"), text: name }]),
      ]);
      if (!address) throw new Error("What was to be sealed is not.");
      await client.attendee.createMany({
        data: [
          {
            ...{ id, organizationId, bookingId, invitedById, kind: "GUEST" },
            position: before + i + 1,
            email: owned(address),
            name: called ? owned(called) : null,
            emailIndex: owned(vault.blindIndex(emailPurpose, email)),
            createdAt: new Date(now),
          },
        ],
      });
    }
  },

  leave: async (id: string, at: Instant): Promise<void> => {
    await client.attendee.updateMany({
      where: { id, kind: "GUEST", leftAt: null },
      data: { leftAt: new Date(at) },
    });
  },
});

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

function toGuest({ id, bookingId, invitedById, leftAt }: AttendeeModel): Guest {
  // The table has it that guests have one.
  return { id, bookingId, invitedById: invitedById ?? "", leftAt: leftAt?.getTime() ?? null };
}
