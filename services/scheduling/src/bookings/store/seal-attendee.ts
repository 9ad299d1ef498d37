import type { Address, Vault } from "@tidbok/vault";
import type { AttendeeDetails, NewAttendee } from "../domain/attendee.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** An attendee's columns and answers, sealed. */
type Sealed = {
  readonly columns: {
    readonly name: Bytes;
    readonly email: Bytes;
    readonly timeZone: Bytes;
    readonly locale: Bytes;
    readonly phone?: Bytes;
  };
  readonly answers: readonly {
    readonly attendeeId: string;
    readonly questionId: string;
    readonly answer: Bytes;
  }[];
};

/** Seals the personal data of new attendees, each with its own key; the vault makes all keys at once. */
export async function sealAttendees(
  vault: Vault,
  attendees: readonly NewAttendee[],
): Promise<readonly Sealed[]> {
  const texts = attendees.map(textsOf);
  const sealed = (await vault.sealMany(texts.flat())).map(owned);
  let next = 0;
  return attendees.map(({ id: attendeeId, answers }, i) => {
    const names = (texts[i] ?? []).map(({ address }) => address);
    const bytes = names.map(() => sealed[next++]!);
    const columns = names.slice(0, names.length - answers.length);
    return {
      columns: Object.fromEntries(
        columns.map(({ column }, j) => [column, bytes[j]]),
      ) as Sealed["columns"],
      answers: answers.map(({ questionId }, j) => ({
        attendeeId,
        questionId,
        answer: bytes[columns.length + j]!,
      })),
    };
  });
}

function textsOf({ id, name, email, timeZone, locale, phone, answers }: NewAttendee) {
  const columns = { name, email, timeZone, locale, ...(phone === null ? {} : { phone }) };
  return [
    ...Object.entries(columns).map(([column, text]) => ({ address: addressOf(id, column), text })),
    ...answers.map(({ questionId, answer }) => ({
      address: addressOfAnswer(id, questionId),
      text: answer,
    })),
  ];
}

const sealedColumns = [
  "name",
  "email",
  "phone",
  "timeZone",
  "locale",
  "cancellationReason",
] as const;

type Row = { readonly id: string } & {
  readonly [column in (typeof sealedColumns)[number]]: Uint8Array | null;
} & { readonly answers: readonly { readonly questionId: string; readonly answer: Uint8Array }[] };

/** Opens the sealed data of these attendees with one look-up of keys. A value without a key is null. */
export async function openDetails(
  vault: Vault,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, AttendeeDetails>> {
  const sealed = rows.flatMap((row) => [
    ...sealedColumns.flatMap((column) => {
      const bytes = row[column];
      return bytes ? [{ id: row.id, name: column, address: addressOf(row.id, column), bytes }] : [];
    }),
    ...row.answers.map(({ questionId, answer }) => ({
      id: row.id,
      name: questionId,
      address: addressOfAnswer(row.id, questionId),
      bytes: answer,
    })),
  ]);
  const opened = await vault.openMany(sealed);
  const texts = new Map(sealed.map(({ id, name }, i) => [`${id} ${name}`, opened[i] ?? null]));
  return new Map(
    rows.map((row) => {
      const text = (name: string) => texts.get(`${row.id} ${name}`) ?? null;
      const answers = row.answers.flatMap(({ questionId }) => {
        const answer = text(questionId);
        return answer === null ? [] : [{ questionId, answer }];
      });
      const details: AttendeeDetails = {
        name: text("name"),
        email: text("email"),
        phone: text("phone"),
        timeZone: text("timeZone"),
        locale: text("locale"),
        cancellationReason: text("cancellationReason"),
        answers,
      };
      return [row.id, details];
    }),
  );
}

/** The address of a column of an attendee in the vault. */
export function addressOf(id: string, column: string): Address {
  return { subjectId: id, table: "attendee", column, row: id };
}

/** The address of an answer in the vault; both ids together name its row. */
function addressOfAnswer(id: string, questionId: string): Address {
  return { subjectId: id, table: "answer", column: "answer", row: `${id}:${questionId}` };
}

/** The address of an attendee's copy of the reason of a change in the vault. */
export function addressOfReason(change: {
  readonly bookingId: string;
  readonly position: number;
  readonly attendeeId: string;
}): Address {
  const { bookingId, position, attendeeId } = change;
  const row = `${bookingId}:${position}:${attendeeId}`;
  return { subjectId: attendeeId, table: "change_reason", column: "reason", row };
}

/** A copy of the bytes in memory of its own, as Prisma requires. */
export function owned(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}
