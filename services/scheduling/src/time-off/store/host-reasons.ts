import type { Vault } from "@tidbok/vault";
import { owned } from "../../bookings/store/seal-attendee.ts";

/** A row that is about a host. */
type HostRow = { readonly id: string; readonly accountId: string };

/** Why a host's rows of a table are there, sealed with the host's own key. */
export const hostReasons = (vault: Vault, table: "absence" | "blocked_time") => {
  const placeOf = ({ id, accountId }: HostRow) => ({
    ...{ subjectId: accountId, table, column: "reason", row: id },
  });
  return {
    seal: async (row: HostRow, reason: string) => owned(await vault.seal(placeOf(row), reason)),

    /** In the order of the ids; null where nothing was said, or it is erased. */
    openFor: async (
      ids: readonly string[],
      found: readonly (HostRow & { readonly reason: Uint8Array | null })[],
    ): Promise<readonly (string | null)[]> => {
      const rows = found.flatMap(({ reason, ...row }) => (reason ? [{ ...row, reason }] : []));
      const texts = await vault.openMany(
        rows.map((row) => ({ place: placeOf(row), bytes: row.reason })),
      );
      const byId = new Map(rows.map(({ id }, i) => [id, texts[i] ?? null]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  };
};
