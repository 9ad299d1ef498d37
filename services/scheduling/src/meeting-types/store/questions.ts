import type { Question, QuestionKind, QuestionPurpose } from "../domain/question.ts";
import type { Client } from "../../store/client.ts";

/** What attendees are or were asked. */
export const questions = (client: Client) => ({
  /** Also those that are not asked any more: answers outlive them. In the order in which they were asked. */
  findMany: async (ids: readonly string[]): Promise<Question[]> => {
    const rows = await client.question.findMany({
      where: { id: { in: [...ids] } },
      orderBy: { position: "asc" },
    });
    return rows.map(({ id, kind, label, isRequired, choices, purposes, retentionDays }) => ({
      id,
      label,
      isRequired,
      choices,
      retentionDays,
      // The table's checks allow no other kind and purpose.
      kind: kind as QuestionKind,
      purposes: purposes as QuestionPurpose[],
    }));
  },
});
