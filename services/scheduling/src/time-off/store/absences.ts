import type { Vault } from "@tidbok/vault";
import type { Absence } from "../domain/absence.ts";
import type { Client } from "../../store/client.ts";
import { hostReasons } from "./host-reasons.ts";

type Row = Omit<Absence, "startsOn" | "endsOn" | "createdAt"> & {
  readonly startsOn: Date;
  readonly endsOn: Date;
  readonly createdAt: Date;
};

/** When accounts host nothing, and why. */
export const absences = (client: Client, vault: Vault) => {
  const reasons = hostReasons(vault, "absence");
  return {
    find: async (id: string): Promise<Absence | null> => {
      const row = await client.absence.findUnique({ where: { id } });
      return row && toAbsence(row);
    },

    list: async (asked: {
      readonly organizationId: string;
      /** Only this account's; null for everybody's. */
      readonly accountId: string | null;
      readonly before: string | null;
      readonly limit: number;
    }): Promise<Absence[]> => {
      const { organizationId, accountId, before, limit } = asked;
      const rows = await client.absence.findMany({
        where: {
          organizationId,
          ...(accountId !== null && { accountId }),
          ...(before !== null && { id: { lt: before } }),
        },
        orderBy: { id: "desc" },
        take: limit,
      });
      return rows.map(toAbsence);
    },

    count: ({ organizationId, accountId }: Absence): Promise<number> =>
      client.absence.count({ where: { organizationId, accountId } }),

    /** Null: no reason. */
    insert: async (absence: Absence, reason: string | null): Promise<void> => {
      const { id, organizationId, accountId } = absence;
      await client.absence.createMany({
        data: [
          {
            ...{ id, organizationId, accountId, ...changeable(absence) },
            createdAt: new Date(absence.createdAt),
            reason: reason === null ? null : await reasons.seal(absence, reason),
          },
        ],
      });
    },

    /** Undefined leaves the reason as it is, null takes it away. */
    update: async (absence: Absence, reason: string | null | undefined): Promise<void> => {
      const { id, organizationId } = absence;
      const sealed = reason == null ? reason : await reasons.seal(absence, reason);
      await client.absence.updateMany({
        where: { id, organizationId },
        data: { ...changeable(absence), ...(sealed !== undefined && { reason: sealed }) },
      });
    },

    remove: async ({ id, organizationId }: Absence): Promise<void> => {
      await client.absence.deleteMany({ where: { id, organizationId } });
    },

    /** Why, in the order of the ids; null where nothing was said, or it is erased. */
    findReasons: async (ids: readonly string[]): Promise<readonly (string | null)[]> => {
      const found = await client.absence.findMany({ where: { id: { in: [...ids] } } });
      return reasons.openFor(ids, found);
    },

    /** All of an account, in every organization. */
    listOf: async (accountId: string): Promise<Absence[]> =>
      (await client.absence.findMany({ where: { accountId }, orderBy: { id: "asc" } })).map(
        toAbsence,
      ),

    countOf: (accountId: string): Promise<number> => client.absence.count({ where: { accountId } }),

    eraseOf: async (accountId: string): Promise<number> =>
      (await client.absence.deleteMany({ where: { accountId } })).count,
  };
};

function changeable({ startsOn, endsOn, standInId }: Absence) {
  const dateOf = (date: string) => new Date(`${date}T00:00:00Z`);
  return { startsOn: dateOf(startsOn), endsOn: dateOf(endsOn), standInId };
}

function toAbsence({ id, organizationId, accountId, standInId, ...row }: Row): Absence {
  const dateOf = (date: Date) => date.toISOString().slice(0, 10);
  return {
    ...{ id, organizationId, accountId, standInId },
    startsOn: dateOf(row.startsOn),
    endsOn: dateOf(row.endsOn),
    createdAt: row.createdAt.getTime(),
  };
}
