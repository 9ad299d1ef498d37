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

/** Seals all that is known of a new attendee with the attendee's own key, made in one go. */
export async function sealAttendee(vault: Vault, attendee: NewAttendee): Promise<Sealed> {
  const { id: attendeeId, name, email, timeZone, locale, phone } = attendee;
  const columns = { name, email, timeZone, locale, ...(phone === null ? {} : { phone }) };
  const places = Object.entries(columns).map(([column, text]) => ({
    place: placeOf(attendeeId, column),
    text,
  }));
  const answers = attendee.answers.map(({ questionId, answer }) => ({
    place: placeOfAnswer(attendeeId, questionId),
    text: answer,
  }));
  const sealed = (await vault.sealMany([...places, ...answers])).map(owned);
  const names = Object.keys(columns);
  return {
    columns: Object.fromEntries(names.map((name, i) => [name, sealed[i]])) as Sealed["columns"],
    answers: attendee.answers.map(({ questionId }, i) => ({
      attendeeId,
      questionId,
      answer: sealed[names.length + i]!,
    })),
  };
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
