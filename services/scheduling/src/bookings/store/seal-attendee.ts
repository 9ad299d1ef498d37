import type { Place, Vault } from "@tidbok/vault";
import type { NewAttendee } from "../domain/attendee.ts";

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

/** Seals all that is known of new attendees, each with a key of their own; the keys are made in one go. */
export async function sealAttendees(
  vault: Vault,
  attendees: readonly NewAttendee[],
): Promise<readonly Sealed[]> {
  const texts = attendees.map(textsOf);
  const sealed = (await vault.sealMany(texts.flat())).map(owned);
  let next = 0;
  return attendees.map(({ id: attendeeId, answers }, i) => {
    const names = (texts[i] ?? []).map(({ place }) => place);
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

/** Seals all that is known of a new attendee. */
export async function sealAttendee(vault: Vault, attendee: NewAttendee): Promise<Sealed> {
  const [sealed] = await sealAttendees(vault, [attendee]);
  return sealed!;
}

function textsOf({ id, name, email, timeZone, locale, phone, answers }: NewAttendee) {
  const columns = { name, email, timeZone, locale, ...(phone === null ? {} : { phone }) };
  return [
    ...Object.entries(columns).map(([column, text]) => ({ place: placeOf(id, column), text })),
    ...answers.map(({ questionId, answer }) => ({
      place: placeOfAnswer(id, questionId),
      text: answer,
    })),
  ];
}

/** Where a column of an attendee is sealed. */
export function placeOf(id: string, column: string): Place {
  return { subjectId: id, table: "attendee", column, row: id };
}

/** Where an answer is sealed; its row is known by both ids. */
export function placeOfAnswer(id: string, questionId: string): Place {
  return { subjectId: id, table: "answer", column: "answer", row: `${id}:${questionId}` };
}

/** Where an attendee's copy of what was written with a change is sealed. */
export function placeOfReason(change: {
  readonly bookingId: string;
  readonly position: number;
  readonly attendeeId: string;
}): Place {
  const { bookingId, position, attendeeId } = change;
  const row = `${bookingId}:${position}:${attendeeId}`;
  return { subjectId: attendeeId, table: "change_reason", column: "reason", row };
}

/** The bytes in memory of their own, as Prisma takes them. */
export function owned(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}
