import type { Vault } from "@tidbok/vault";
import { owned } from "../../bookings/store/seal-attendee.ts";

/** A row that is about a host. */
type HostRow = { readonly id: string; readonly accountId: string };

/** The reasons of a table's rows, sealed with the host's own key. */
export const hostReasons = (vault: Vault, table: "absence" | "blocked_time") => {
  const addressOf = ({ id, accountId: subjectId }: HostRow) => ({
    subjectId,
    table,
    column: "reason",
    row: id,
  });
  return {
    seal: async (row: HostRow, reason: string) => owned(await vault.seal(addressOf(row), reason)),

    /** In the order of the ids; null for a row without a reason and for an erased one. */
    openFor: async (
      ids: readonly string[],
      rows: readonly (HostRow & { readonly reason: Uint8Array | null })[],
    ): Promise<readonly (string | null)[]> => {
      const sealed = rows.flatMap(({ reason, ...row }) => (reason ? [{ row, reason }] : []));
      const texts = await vault.openMany(
        sealed.map(({ row, reason }) => ({ address: addressOf(row), bytes: reason })),
      );
      const byId = new Map(sealed.map(({ row }, i) => [row.id, texts[i] ?? null]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  };
};
