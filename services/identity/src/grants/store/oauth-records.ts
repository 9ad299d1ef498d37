import type { NewRecord, OauthRecord } from "../domain/oauth-record.ts";
import { reuseGrace, type Use } from "../domain/reuse-grace.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { bytes } from "../../accounts/store/bytes.ts";

type Row = NonNullable<Awaited<ReturnType<PrismaClient["oauthRecord"]["findFirst"]>>>;
type Key = Pick<OauthRecord, "model" | "keyHash">;

/** What the authorization server remembers. Of two uses of a code or token, the row's lock lets one win. */
export const oauthRecords = (prisma: Pick<PrismaClient, "oauthRecord">) => ({
  upsert: async ({ model, keyHash, ...record }: NewRecord): Promise<void> => {
    const key = { model, keyHash: bytes(keyHash) };
    const values = {
      ...record,
      payload: bytes(record.payload),
      uidHash: record.uidHash && bytes(record.uidHash),
      userCodeHash: record.userCodeHash && bytes(record.userCodeHash),
      expiresAt: record.expiresAt === null ? null : new Date(record.expiresAt),
    };
    await prisma.oauthRecord.upsert({
      where: { model_keyHash: key },
      create: { ...key, ...values },
      update: values,
    });
  },

  find: async (key: Key): Promise<OauthRecord | null> => {
    const where = { model_keyHash: { model: key.model, keyHash: bytes(key.keyHash) } };
    return toRecord(await prisma.oauthRecord.findUnique({ where }));
  },

  findBy: async (
    model: string,
    by: { readonly uidHash: Uint8Array } | { readonly userCodeHash: Uint8Array },
  ): Promise<OauthRecord | null> => {
    const where =
      "uidHash" in by ? { uidHash: bytes(by.uidHash) } : { userCodeHash: bytes(by.userCodeHash) };
    return toRecord(await prisma.oauthRecord.findFirst({ where: { model, ...where } }));
  },

  /** True for one caller only, however many come at once. */
  consume: async ({ model, keyHash }: Key, { from, at }: Use): Promise<boolean> => {
    const { count } = await prisma.oauthRecord.updateMany({
      where: { model, keyHash: bytes(keyHash), consumedAt: null },
      data: { consumedAt: new Date(at), consumedFrom: from },
    });
    return count === 1;
  },

  /** True for the second use, by the same client within the grace; for one caller only. */
  consumeAgain: async ({ model, keyHash }: Key, { from, at }: Use): Promise<boolean> => {
    if (from === null) return false;
    const consumedAt = { gt: new Date(at - reuseGrace) };
    const { count } = await prisma.oauthRecord.updateMany({
      where: { model, keyHash: bytes(keyHash), consumedAt, consumedFrom: from, againAt: null },
      data: { againAt: new Date(at) },
    });
    return count === 1;
  },

  remove: async ({ model, keyHash }: Key): Promise<void> => {
    await prisma.oauthRecord.deleteMany({ where: { model, keyHash: bytes(keyHash) } });
  },

  /** A person's permission to an app, by its id; null when it was never given, taken back, or is over. */
  findGrant: async (grantId: string): Promise<OauthRecord | null> => {
    const where = { model: "Grant", grantId, expiresAt: { gt: new Date() } };
    return toRecord(await prisma.oauthRecord.findFirst({ where }));
  },

  /** Notes the day on which an app used a permission. */
  use: async (grantId: string, day: string): Promise<void> => {
    const where = { model: "Grant", grantId };
    await prisma.oauthRecord.updateMany({ where, data: { lastUsedOn: new Date(day) } });
  },

  /** All permissions that a person gave, to all apps or to one. */
  listGrants: async (of: {
    readonly accountId: string;
    readonly appId?: string;
  }): Promise<OauthRecord[]> => {
    const rows = await prisma.oauthRecord.findMany({ where: { model: "Grant", ...of } });
    return rows.flatMap((row) => toRecord(row) ?? []);
  },

  /** The permissions that a person gave to apps of an organization. */
  listGrantsWithin: async (of: {
    readonly accountId: string;
    readonly organizationId: string;
  }): Promise<OauthRecord[]> => {
    const { accountId, organizationId } = of;
    const rows = await prisma.oauthRecord.findMany({
      where: { model: "Grant", accountId, app: { organizationId } },
    });
    return rows.flatMap((row) => toRecord(row) ?? []);
  },

  /** Takes a permission back, and every code and token that came of it; false when the grant was gone. */
  removeGrant: async (grantId: string): Promise<boolean> =>
    (await prisma.oauthRecord.deleteMany({ where: { grantId } })).count > 0,

  removeOfGrant: async (model: string, grantId: string): Promise<void> => {
    await prisma.oauthRecord.deleteMany({ where: { model, grantId } });
  },

  removeOf: async (accountId: string): Promise<number> =>
    (await prisma.oauthRecord.deleteMany({ where: { accountId } })).count,
});

function toRecord(row: Row | null): OauthRecord | null {
  return (
    row && {
      ...row,
      consumedAt: row.consumedAt?.getTime() ?? null,
      againAt: row.againAt?.getTime() ?? null,
      expiresAt: row.expiresAt?.getTime() ?? null,
      createdAt: row.createdAt.getTime(),
      lastUsedOn: row.lastUsedOn?.toISOString().slice(0, 10) ?? null,
    }
  );
}
