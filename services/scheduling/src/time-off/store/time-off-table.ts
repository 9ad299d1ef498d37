import { idBounds, toDate, type IdPage } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { TimeOffHost } from "../domain/time-off-host.ts";
import { hostTexts } from "../../schedules/store/host-texts.ts";

/** Which rows of an organization, newest first. */
type TimeOffQuery = {
  readonly organizationId: string;
  /** Only the rows of this host; null: of every host. */
  readonly accountId: string | null;
  readonly page: IdPage;
};

type Entity = TimeOffHost & { readonly id: string; readonly createdAt: number };
type Bytes = Uint8Array<ArrayBuffer>;
type StoredRow<Times> = Times &
  TimeOffHost & {
    readonly id: string;
    readonly createdAt: Date;
    readonly reason: Uint8Array | null;
  };
type Where = {
  readonly id?: string | { readonly lt?: string; readonly gt?: string } | { in: string[] };
  readonly organizationId?: string;
  readonly accountId?: string;
};

/** What the two tables need of Prisma. */
type Rows<Times> = {
  findMany(query: {
    where: Where;
    orderBy: { id: "asc" | "desc" };
    take?: number;
  }): PromiseLike<readonly StoredRow<Times>[]>;
  count(query: { where: Where }): PromiseLike<number>;
  createMany(query: {
    data: (Times & TimeOffHost & { id: string; createdAt: Date; reason: Bytes | null })[];
  }): PromiseLike<unknown>;
  updateMany(query: {
    where: Where;
    data: Times & { reason?: Bytes | null };
  }): PromiseLike<unknown>;
  deleteMany(query: { where: Where }): PromiseLike<{ readonly count: number }>;
};

/** A table of time off with sealed reasons: absences and blocked times differ only in how they say when. */
export function timeOffTable<Row extends Entity, Times extends object>(
  rows: Rows<Times>,
  {
    vault,
    table,
    lockRow,
    timesOf,
    toRow,
  }: {
    readonly vault: Vault;
    readonly table: "absence" | "blocked_time";
    /** Locks the row until the transaction ends. */
    readonly lockRow: (id: string) => PromiseLike<unknown>;
    readonly timesOf: (row: Row) => Times;
    readonly toRow: (stored: StoredRow<Times>) => Row;
  },
) {
  const reasons = hostTexts(vault, { table, column: "reason" });
  const find = async (id: string): Promise<Row | null> => {
    const [stored] = await rows.findMany({ where: { id }, orderBy: { id: "asc" } });
    return stored ? toRow(stored) : null;
  };
  return {
    find,

    /** The row, locked until the transaction ends; null when it does not exist or was deleted during the wait. */
    lock: async (id: string): Promise<Row | null> => {
      await lockRow(id);
      // Only a statement that begins after the wait for the lock sees what the other transaction wrote.
      return find(id);
    },

    list: async ({ organizationId, accountId, page }: TimeOffQuery): Promise<Row[]> => {
      const { id, ...read } = idBounds(page, "desc");
      const stored = await rows.findMany({
        where: {
          organizationId,
          ...(accountId !== null && { accountId }),
          id,
        },
        ...read,
      });
      return stored.map(toRow);
    },

    count: async ({ organizationId, accountId }: TimeOffHost): Promise<number> =>
      rows.count({ where: { organizationId, accountId } }),

    /** A null reason: the host gave no reason. */
    insert: async (row: Row, reason: string | null): Promise<void> => {
      const { id, organizationId, accountId } = row;
      const createdAt = toDate(row.createdAt);
      const sealed = reason === null ? null : await reasons.seal(row, reason);
      const data = { ...timesOf(row), id, organizationId, accountId, createdAt, reason: sealed };
      await rows.createMany({ data: [data] });
    },

    /** An undefined reason leaves the stored one; null removes it. */
    update: async (row: Row, reason: string | null | undefined): Promise<void> => {
      const { id, organizationId } = row;
      const sealed = reason == null ? reason : await reasons.seal(row, reason);
      const data = { ...timesOf(row), ...(sealed !== undefined && { reason: sealed }) };
      await rows.updateMany({ where: { id, organizationId }, data });
    },

    remove: async ({ id, organizationId }: Row): Promise<void> => {
      await rows.deleteMany({ where: { id, organizationId } });
    },

    /** In the order of the ids; null for a row without a reason and for an erased one. */
    findReasons: async (ids: readonly string[]): Promise<readonly (string | null)[]> => {
      const where = { id: { in: [...ids] } };
      const stored = await rows.findMany({ where, orderBy: { id: "asc" } });
      const sealed = stored.map(({ id, accountId, reason }) => ({ id, accountId, sealed: reason }));
      return reasons.openFor(ids, sealed);
    },

    /** All rows of an account, in every organization. */
    listOf: async (accountId: string): Promise<Row[]> =>
      (await rows.findMany({ where: { accountId }, orderBy: { id: "asc" } })).map(toRow),

    countOf: async (accountId: string): Promise<number> => rows.count({ where: { accountId } }),

    eraseOf: async (accountId: string): Promise<number> =>
      (await rows.deleteMany({ where: { accountId } })).count,
  };
}
