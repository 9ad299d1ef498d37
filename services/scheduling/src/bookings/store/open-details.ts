import type { Vault } from "@tidbok/vault";
import type { AttendeeDetails } from "../domain/attendee.ts";
import { addressOf, addressOfAnswer } from "./seal-attendee.ts";

const columns = ["name", "email", "phone", "timeZone", "locale", "cancellationReason"] as const;

type Row = { readonly id: string } & {
  readonly [column in (typeof columns)[number]]: Uint8Array | null;
} & { readonly answers: readonly { readonly questionId: string; readonly answer: Uint8Array }[] };

/** Opens the sealed data of these attendees with one look-up of keys. A value without a key is null. */
export async function openDetails(
  vault: Vault,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, AttendeeDetails>> {
  const sealed = rows.flatMap((row) => [
    ...columns.flatMap((column) => {
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
