import type { PrismaClient } from "../../generated/prisma/client.ts";

/** The participants of a booking, by id. */
export type BookingPeople = {
  readonly id: string;
  readonly organizationId: string;
  readonly hostIds: readonly string[];
  readonly attendeeIds: readonly string[];
  readonly guestIds: readonly string[];
  /** Whether a host, an admin or an imported file made it, and not its attendee. */
  readonly isOnBehalf: boolean;
};

/** The bookings that integrations has heard of. */
export const bookings = (prisma: Pick<PrismaClient, "booking" | "$executeRaw" | "$queryRaw">) => ({
  find: async (id: string): Promise<BookingPeople | null> =>
    prisma.booking.findUnique({ where: { id } }),

  findMany: async (ids: readonly string[]): Promise<BookingPeople[]> =>
    prisma.booking.findMany({ where: { id: { in: [...ids] } } }),

  insert: async (booking: BookingPeople): Promise<void> => {
    const { id, organizationId, hostIds, attendeeIds, guestIds, isOnBehalf } = booking;
    const people = {
      hostIds: [...hostIds],
      attendeeIds: [...attendeeIds],
      guestIds: [...guestIds],
    };
    await prisma.booking.createMany({
      data: [{ id, organizationId, isOnBehalf, ...people }],
      skipDuplicates: true,
    });
  },

  remove: async (id: string): Promise<void> => {
    await prisma.booking.deleteMany({ where: { id } });
  },

  replaceHost: async (
    id: string,
    { fromHostId, toHostId }: { readonly fromHostId: string; readonly toHostId: string },
  ): Promise<void> => {
    await prisma.$executeRaw`
      UPDATE booking SET host_ids = array_replace(host_ids, ${fromHostId}::uuid, ${toHostId}::uuid) WHERE id = ${id}::uuid`;
  },

  addGuests: async (id: string, guestIds: readonly string[]): Promise<void> => {
    await prisma.$executeRaw`
      UPDATE booking SET guest_ids = guest_ids || ${[...guestIds]}::uuid[] WHERE id = ${id}::uuid`;
  },

  removeGuest: async (id: string, guestId: string): Promise<void> => {
    await prisma.$executeRaw`
      UPDATE booking SET guest_ids = array_remove(guest_ids, ${guestId}::uuid) WHERE id = ${id}::uuid`;
  },

  /** Takes a person out of every booking that has a delivery to them; how many bookings. */
  forgetPerson: async (personId: string): Promise<number> => prisma.$executeRaw`
    UPDATE booking SET host_ids = array_remove(host_ids, ${personId}::uuid),
                       attendee_ids = array_remove(attendee_ids, ${personId}::uuid),
                       guest_ids = array_remove(guest_ids, ${personId}::uuid)
    WHERE id IN (SELECT about_id FROM delivery WHERE recipient_id = ${personId}::uuid)`,

  countWith: async (personId: string): Promise<number> => {
    const [row] = await prisma.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM booking
      WHERE ${personId}::uuid = ANY (host_ids) OR ${personId}::uuid = ANY (attendee_ids) OR ${personId}::uuid = ANY (guest_ids)`;
    return row?.count ?? 0;
  },
});
