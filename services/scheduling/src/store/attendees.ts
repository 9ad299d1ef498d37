import type { Instant } from "@tidbok/domain";
import type { Place, Vault } from "@tidbok/vault";
import type { AttendeeDetails, NewAttendee } from "../domain/attendee.ts";
import type { Client } from "./client.ts";
import { openDetails } from "./open-details.ts";

/** What the blind index of an attendee's address is for; another purpose has unrelated fingerprints. */
const emailPurpose = "attendee.email";

/** Attendees: the only place of their personal data. Sealed on the way in, opened on the way out. */
export const attendees = (client: Client, vault: Vault) => ({
  /** Attendees' ids by booking, without opening anything. */
  listIds: async (bookingIds: readonly string[]): Promise<{ id: string; bookingId: string }[]> =>
    client.attendee.findMany({
      where: { bookingId: { in: [...bookingIds] } },
      select: { id: true, bookingId: true },
      orderBy: { position: "asc" },
    }),

  findDetails: async (ids: readonly string[]): Promise<ReadonlyMap<string, AttendeeDetails>> => {
    const rows = await client.attendee.findMany({
      where: { id: { in: [...ids] } },
      include: { answers: true },
    });
    return openDetails(vault, rows);
  },

  insert: async (attendee: NewAttendee): Promise<void> => {
    const { id, organizationId, bookingId, answers, createdAt } = attendee;
    const texts = {
      name: attendee.name,
      email: attendee.email,
      timeZone: attendee.timeZone,
      locale: attendee.locale,
      ...(attendee.phone === null ? {} : { phone: attendee.phone }),
    };
    const columns = Object.entries(texts);
    const sealed = await vault.sealMany([
      ...columns.map(([column, text]) => ({ place: placeOf(id, column), text })),
      ...answers.map(({ questionId, answer }) => ({
        place: placeOfAnswer(id, questionId),
        text: answer,
      })),
    ]);
    const bytes = columns.map(([column], i) => [column, copy(sealed[i]!)] as const);
    await client.attendee.createMany({
      data: [
        {
          ...{ id, organizationId, bookingId, position: 0 },
          ...Object.fromEntries(bytes),
          emailIndex: copy(vault.blindIndex(emailPurpose, attendee.email)),
          createdAt: new Date(createdAt),
        },
      ],
    });
    if (answers.length === 0) return;
    await client.answer.createMany({
      data: answers.map(({ questionId }, i) => ({
        attendeeId: id,
        questionId,
        answer: copy(sealed[columns.length + i]!),
      })),
    });
  },

  saveCancellationReason: async (bookingId: string, reason: string): Promise<void> => {
    const rows = await client.attendee.findMany({
      where: { bookingId, erasedAt: null },
      select: { id: true },
    });
    for (const { id } of rows) {
      const cancellationReason = copy(await vault.seal(placeOf(id, "cancellationReason"), reason));
      await client.attendee.updateMany({ where: { id }, data: { cancellationReason } });
    }
  },

  /** How many values of the attendee are still stored, sealed or indexed. */
  countLeft: async (id: string): Promise<number> => {
    const [row] = await client.$queryRaw<{ left: bigint }[]>`
      SELECT num_nonnulls(name, email, email_index, phone, time_zone, locale, cancellation_reason)
        + (SELECT count(*) FROM answer WHERE attendee_id = attendee.id) AS left
      FROM attendee WHERE id = ${id}::uuid`;
    return Number(row?.left ?? 0);
  },

  /** Blanks the row and takes the answers away; how many rows held something. The key is destroyed by the vault. */
  erase: async (id: string, at: Instant): Promise<number> => {
    const answers = await client.answer.deleteMany({ where: { attendeeId: id } });
    const rows = await client.attendee.updateMany({
      where: { id, erasedAt: null },
      data: {
        ...{ name: null, email: null, emailIndex: null, phone: null },
        ...{ timeZone: null, locale: null, cancellationReason: null },
        erasedAt: new Date(at),
      },
    });
    return answers.count + rows.count;
  },
});

/** Where a column of an attendee is sealed. */
export function placeOf(id: string, column: string): Place {
  return { subjectId: id, table: "attendee", column, row: id };
}

/** Where an answer is sealed; its row is known by both ids. */
export function placeOfAnswer(id: string, questionId: string): Place {
  return { subjectId: id, table: "answer", column: "answer", row: `${id}:${questionId}` };
}

// Prisma takes bytes that own their memory.
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
