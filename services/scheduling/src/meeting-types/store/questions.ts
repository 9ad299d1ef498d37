import type { Question, QuestionKind, QuestionPurpose } from "../domain/question.ts";
import type { Client } from "../../store/client.ts";

/** The present and retired questions of meeting types. */
export const questions = (client: Client) => ({
  meetingTypeIdOf: async (id: string): Promise<string | null> => {
    const row = await client.question.findUnique({
      where: { id },
      select: { meetingTypeId: true },
    });
    return row?.meetingTypeId ?? null;
  },

  /** The questions by their ids, in order of position. Retired questions are included, because answers outlive them. */
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
