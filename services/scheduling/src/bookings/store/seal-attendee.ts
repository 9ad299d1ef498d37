import type { Address, Vault } from "@tidbok/vault";
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

/** The address of a column of an attendee in the vault. */
export function addressOf(id: string, column: string): Address {
  return { subjectId: id, table: "attendee", column, row: id };
}

/** The address of an answer in the vault; both ids together name its row. */
export function addressOfAnswer(id: string, questionId: string): Address {
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
