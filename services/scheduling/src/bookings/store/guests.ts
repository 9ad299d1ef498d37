import type { Instant } from "@tidbok/domain";
import { toDate, toInstant } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { NewGuest } from "../domain/booking-input.ts";
import type { Guest } from "../domain/guest.ts";
import type { AttendeeModel } from "../../generated/prisma/models.ts";
import { emailPurpose } from "./attendees.ts";
import type { Client } from "../../store/client.ts";
import { addressOf, owned } from "./seal-attendee.ts";

/** A person of a booking with a certain address; the inviter of an attendee is null. */
export type KnownPerson = {
  readonly id: string;
  readonly invitedById: string | null;
  readonly hasLeft: boolean;
};

/** The guests of new bookings of one organization. */
type GuestsOfMany = {
  readonly organizationId: string;
  readonly now: Instant;
  readonly invited: readonly (NewGuest & Pick<Guest, "id" | "bookingId" | "invitedById">)[];
};

/** Guests of bookings; their personal data is in rows of the attendee table. */
export const guests = (client: Client, vault: Vault) => ({
  find: async (id: string): Promise<Guest | null> => {
    const row = await client.attendee.findUnique({ where: { id, kind: "GUEST" } });
    return row && toGuest(row);
  },

  /** The guests of the bookings in the order of their invitations, those that left included. */
  findMany: async (bookingIds: readonly string[]): Promise<readonly Guest[]> => {
    const rows = await client.attendee.findMany({
      where: { bookingId: { in: [...bookingIds] }, kind: "GUEST" },
      orderBy: { position: "asc" },
    });
    return rows.map(toGuest);
  },

  /** By e-mail address, the people with one of these addresses that take part in the booking or have left it. */
  findKnown: async (
    bookingId: string,
    emails: readonly string[],
  ): Promise<ReadonlyMap<string, readonly KnownPerson[]>> => {
    const rows = await client.attendee.findMany({ where: { bookingId } });
    return new Map(
      emails.map((email) => {
        const index = hex(vault.blindIndex(emailPurpose, email));
        const people = rows.flatMap(({ id, emailIndex, invitedById, leftAt }) =>
          emailIndex && hex(emailIndex) === index
            ? [{ id, invitedById, hasLeft: leftAt !== null }]
            : [],
        );
        return [email, people];
      }),
    );
  },

  /** Adds guests after the existing ones; the table refuses more than a booking may have. */
  insertMany: async (
    booking: { readonly organizationId: string; readonly bookingId: string; readonly now: Instant },
    invited: readonly (NewGuest & Pick<Guest, "id" | "invitedById" | "isEcho">)[],
  ): Promise<void> => {
    const { organizationId, bookingId, now } = booking;
    const before = await client.attendee.count({ where: { bookingId, kind: "GUEST" } });
    for (const [i, { id, name, email, invitedById, isEcho }] of invited.entries()) {
      const [sealedEmail, sealedName] = await vault.sealMany([
        { address: addressOf(id, "email"), text: email },
        ...(name == null ? [] : [{ address: addressOf(id, "name"), text: name }]),
      ]);
      if (!sealedEmail) throw new Error("The vault has sealed nothing.");
      await client.attendee.createMany({
        data: [
          {
            id,
            organizationId,
            bookingId,
            invitedById,
            isEcho,
            kind: "GUEST",
            position: before + i + 1,
            email: owned(sealedEmail),
            name: sealedName ? owned(sealedName) : null,
            emailIndex: owned(vault.blindIndex(emailPurpose, email)),
            createdAt: toDate(now),
          },
        ],
      });
    }
  },

  /** Adds the guests of new bookings. Seals all guests together, and writes them with one statement. */
  insertOfMany: async (guests: GuestsOfMany): Promise<void> => {
    if (guests.invited.length > 0)
      await client.attendee.createMany({ data: await rowsOf(vault, guests) });
  },

  leave: async (id: string, at: Instant): Promise<void> => {
    await client.attendee.updateMany({
      where: { id, kind: "GUEST", leftAt: null },
      data: { leftAt: toDate(at) },
    });
  },
});

async function rowsOf(vault: Vault, { organizationId, now, invited }: GuestsOfMany) {
  const texts = invited.map(({ id, email, name }) => [
    { address: addressOf(id, "email"), text: email },
    ...(name == null ? [] : [{ address: addressOf(id, "name"), text: name }]),
  ]);
  const sealed = (await vault.sealMany(texts.flat())).map(owned);
  const positions = new Map<string, number>();
  let next = 0;
  return invited.map(({ id, bookingId, invitedById, email, name }) => {
    const position = (positions.get(bookingId) ?? 0) + 1;
    positions.set(bookingId, position);
    return {
      id,
      organizationId,
      bookingId,
      invitedById,
      position,
      kind: "GUEST",
      email: sealed[next++]!,
      name: name == null ? null : sealed[next++]!,
      emailIndex: owned(vault.blindIndex(emailPurpose, email)),
      createdAt: toDate(now),
    };
  });
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

function toGuest({ id, bookingId, invitedById, leftAt, isEcho }: AttendeeModel): Guest {
  // The table requires an inviter of every guest.
  return { id, bookingId, invitedById: invitedById ?? "", leftAt: toInstant(leftAt), isEcho };
}
