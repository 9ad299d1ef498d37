import type { Vault } from "@tidbok/vault";
import type { Client } from "../../store/client.ts";
import { hostNames } from "./host-names.ts";

type Named = { readonly id: string; readonly ownerId: string };

/** What hosts call their schedules, sealed with the host's own key. */
export const scheduleNames = (client: Client, vault: Vault) => {
  const names = hostNames(vault, "schedule");
  return {
    save: async ({ id, ownerId: accountId }: Named, name: string): Promise<void> => {
      const sealedName = await names.seal({ id, accountId }, name);
      await client.schedule.updateMany({ where: { id }, data: { sealedName, plainName: null } });
    },

    /** In the order of the ids; null for an unnamed schedule and for one of an erased host. */
    find: async (ids: readonly string[]): Promise<readonly (string | null)[]> => {
      const rows = await client.schedule.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, ownerId: true, sealedName: true, plainName: true },
      });
      const given = rows.map(({ id, ownerId: accountId, sealedName: sealed, plainName }) => ({
        id,
        accountId,
        sealed,
        plainName,
      }));
      return names.openFor(ids, given);
    },

    /** Seals some names that are in clear, where they did not change meanwhile; returns how many it found. */
    sealPlain: async (limit: number): Promise<number> => {
      const rows = await client.schedule.findMany({
        where: { plainName: { not: null } },
        select: { id: true, ownerId: true, plainName: true },
        take: limit,
      });
      const owned = rows.map(({ ownerId: accountId, ...row }) => ({ ...row, accountId }));
      return names.sealPlain(owned, (where, sealedName) =>
        client.schedule.updateMany({ where, data: { sealedName, plainName: null } }),
      );
    },
  };
};
