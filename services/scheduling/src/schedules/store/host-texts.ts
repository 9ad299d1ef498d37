import type { Vault } from "@tidbok/vault";

/** A row that is about a person, by the id of the person's key. */
export type OwnedRow = { readonly id: string; readonly accountId: string };

/** The texts of one column, sealed with the key of each row's person. */
export const hostTexts = (
  vault: Vault,
  { table, column }: { readonly table: string; readonly column: string },
) => {
  const addressOf = ({ id, accountId: subjectId }: OwnedRow) => ({
    subjectId,
    table,
    column,
    row: id,
  });
  return {
    /** A copy that Prisma takes, which wants a buffer of its own. */
    seal: async (row: OwnedRow, text: string): Promise<Uint8Array<ArrayBuffer>> =>
      new Uint8Array(await vault.seal(addressOf(row), text)),

    /** In the order of the ids; null for a row without a text and for an erased one. */
    openFor: async (
      ids: readonly string[],
      rows: readonly (OwnedRow & { readonly sealed: Uint8Array | null })[],
    ): Promise<readonly (string | null)[]> => {
      const given = rows.flatMap(({ sealed, ...row }) => (sealed ? [{ row, sealed }] : []));
      const texts = await vault.openMany(
        given.map(({ row, sealed }) => ({ address: addressOf(row), bytes: sealed })),
      );
      const byId = new Map(given.map(({ row }, i) => [row.id, texts[i] ?? null]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  };
};
