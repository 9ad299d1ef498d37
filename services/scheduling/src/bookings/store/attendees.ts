import type { Instant } from "@tidbok/domain";
import { iso, toDate } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { AttendeeDetails, NewAttendee } from "../domain/attendee.ts";
import type { Client } from "../../store/client.ts";
import { addressOf, openDetails, owned, sealAttendees } from "./seal-attendee.ts";

/** The purpose of the blind index of e-mail addresses; another purpose has unrelated fingerprints. */
export const emailPurpose = "attendee.email";

/** Attendees, with all their personal data: sealed when it is written, opened when it is read. */
export const attendees = (client: Client, vault: Vault) => ({
  findDetails: async (ids: readonly string[]): Promise<ReadonlyMap<string, AttendeeDetails>> => {
    const rows = await client.attendee.findMany({
      where: { id: { in: [...ids] } },
      include: { answers: true },
    });
    return openDetails(vault, rows);
  },

  /** The id of the booking in which this attendee or guest takes part, or null. */
  bookingIdOf: async (id: string): Promise<string | null> => {
    const row = await client.attendee.findUnique({ where: { id }, select: { bookingId: true } });
    return row?.bookingId ?? null;
  },

  insert: (attendee: NewAttendee): Promise<void> => insertMany(client, vault, [attendee]),

  /** Seals all attendees together, and writes them with one statement for each table. */
  insertMany: (attendees: readonly NewAttendee[]): Promise<void> =>
    insertMany(client, vault, attendees),

  /** Whether the attendee exists and is not erased; locked until the transaction ends. */
  lock: async (id: string): Promise<boolean> => {
    const rows = await client.$queryRaw<unknown[]>`
      SELECT id FROM attendee WHERE id = ${id}::uuid AND erased_at IS NULL FOR UPDATE`;
    return rows.length > 0;
  },

  saveCancellationReason: async (bookingId: string, reason: string): Promise<void> => {
    const rows = await client.attendee.findMany({
      // Guests learn of the cancellation, but not of its reason.
      where: { bookingId, kind: "ATTENDEE", erasedAt: null },
      select: { id: true },
    });
    for (const { id } of rows) {
      const cancellationReason = owned(
        await vault.seal(addressOf(id, "cancellationReason"), reason),
      );
      await client.attendee.updateMany({ where: { id }, data: { cancellationReason } });
    }
  },

  /** Deletes up to `limit` answers with a retention that ended by the instant; returns how many. */
  forgetAnswers: (now: Instant, limit: number): Promise<number> =>
    client.$executeRaw`
      DELETE FROM answer WHERE ctid IN (
        SELECT a.ctid FROM question q JOIN answer a ON a.question_id = q.id
          JOIN attendee t ON t.id = a.attendee_id JOIN booking b ON b.id = t.booking_id
        WHERE q.retention_days IS NOT NULL AND coalesce(b.cancelled_at, b.end_at)
          + make_interval(hours => 24 * q.retention_days) <= ${iso(now)}::timestamptz
        LIMIT ${limit} FOR UPDATE OF a SKIP LOCKED)`,

  /** How many values of the attendee are stored, sealed or indexed. */
  countLeft: async (id: string): Promise<number> => {
    const [row] = await client.$queryRaw<{ left: bigint }[]>`
      SELECT num_nonnulls(name, email, email_index, phone, time_zone, locale, cancellation_reason)
        + (SELECT count(*) FROM answer WHERE attendee_id = attendee.id) AS left
      FROM attendee WHERE id = ${id}::uuid`;
    return Number(row?.left ?? 0);
  },

  /** Blanks the row and deletes the answers; returns how many rows held data. The vault destroys the key. */
  erase: async (id: string, at: Instant): Promise<number> => {
    const answers = await client.answer.deleteMany({ where: { attendeeId: id } });
    const rows = await client.attendee.updateMany({
      where: { id, erasedAt: null },
      data: {
        name: null,
        email: null,
        emailIndex: null,
        phone: null,
        timeZone: null,
        locale: null,
        cancellationReason: null,
        erasedAt: toDate(at),
      },
    });
    return answers.count + rows.count;
  },
});

// eslint-disable-next-line tidbok/one-object
async function insertMany(
  client: Client,
  vault: Vault,
  attendees: readonly NewAttendee[],
): Promise<void> {
  const sealed = await sealAttendees(vault, attendees);
  await client.attendee.createMany({
    data: attendees.map(({ id, organizationId, bookingId, isShown, email, createdAt }, i) => ({
      id,
      organizationId,
      bookingId,
      isShown,
      position: 0,
      ...sealed[i]!.columns,
      emailIndex: owned(vault.blindIndex(emailPurpose, email)),
      createdAt: toDate(createdAt),
    })),
  });
  const answers = sealed.flatMap((each) => each.answers);
  if (answers.length > 0) await client.answer.createMany({ data: answers });
}
