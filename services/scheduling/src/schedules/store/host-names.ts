import { SubjectErased, type Vault } from "@tidbok/vault";
import { hostTexts, type OwnedRow } from "./host-texts.ts";

/** The names of a table's rows, sealed with the key of each row's person. A plain name is one that is not sealed yet. */
export const hostNames = (vault: Vault, table: string) => {
  const texts = hostTexts(vault, { table, column: "sealed_name" });
  const sealUnlessErased = async (row: OwnedRow, name: string) => {
    try {
      return await texts.seal(row, name);
    } catch (error) {
      if (error instanceof SubjectErased) return null;
      throw error;
    }
  };
  return {
    seal: texts.seal,

    /**
     * Seals plain names; returns the number of the rows. `save` writes only where the plain name did not change meanwhile.
     * A null sealed name: the person's key is destroyed, so that the plain name has to go as well.
     */
    sealPlain: async (
      rows: readonly (OwnedRow & { readonly plainName: string | null })[],
      save: (
        row: { readonly id: string; readonly plainName: string },
        sealedName: Uint8Array<ArrayBuffer> | null,
      ) => Promise<unknown>,
    ): Promise<number> => {
      for (const { plainName, ...row } of rows) {
        if (plainName === null) continue;
        await save({ id: row.id, plainName }, await sealUnlessErased(row, plainName));
      }
      return rows.length;
    },

    /** In the order of the ids. A plain name is newer than a sealed one: a process of the former version wrote it. */
    openFor: async (
      ids: readonly string[],
      rows: readonly (OwnedRow & {
        readonly sealed: Uint8Array | null;
        readonly plainName: string | null;
      })[],
    ): Promise<readonly (string | null)[]> => {
      const plain = new Map(rows.map(({ id, plainName }) => [id, plainName]));
      const opened = await texts.openFor(ids, rows);
      return ids.map((id, i) => plain.get(id) ?? opened[i] ?? null);
    },
  };
};
