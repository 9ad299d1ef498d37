import type { Vault } from "@tidbok/vault";
import type { Client } from "../../store/client.ts";
import { hostTexts } from "./host-texts.ts";

type Named = { readonly id: string; readonly ownerId: string };

/** What hosts call their schedules, sealed with the host's own key. */
export const scheduleNames = (client: Client, vault: Vault) => {
  const texts = hostTexts(vault, { table: "schedule", column: "name" });
  const save = async ({ id, ownerId: accountId }: Named, name: string): Promise<void> => {
    const sealed = await texts.seal({ id, accountId }, name);
    await client.schedule.updateMany({ where: { id }, data: { name: sealed, plainName: null } });
  };
  return {
    save,

    /** In the order of the ids; null for an unnamed schedule and for one of an erased host. */
    find: async (ids: readonly string[]): Promise<readonly (string | null)[]> => {
      const rows = await client.schedule.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, ownerId: true, name: true },
      });
      const sealed = rows.map(({ id, ownerId, name }) => ({
        id,
        accountId: ownerId,
        sealed: name,
      }));
      return texts.openFor(ids, sealed);
    },

    /** Seals some names that are in clear; returns their number. */
    sealPlain: async (limit: number): Promise<number> => {
      const rows = await client.schedule.findMany({
        where: { plainName: { not: null } },
        select: { id: true, ownerId: true, plainName: true },
        take: limit,
      });
      for (const { plainName, ...row } of rows) if (plainName !== null) await save(row, plainName);
      return rows.length;
    },
  };
};
