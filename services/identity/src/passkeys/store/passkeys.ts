import type { Instant } from "@tidbok/domain";
import { breaks, toDate, toInstant } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { Passkey, PasskeyCredential, PasskeyKey } from "../domain/passkey.ts";
import { PasskeyRefused } from "../domain/passkey-errors.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { bytes } from "../../accounts/store/bytes.ts";

type Row = Awaited<ReturnType<PrismaClient["passkey"]["findFirstOrThrow"]>>;

/** Passkeys. The store seals their names and opens them. */
export const passkeys = (prisma: Pick<PrismaClient, "passkey">, vault: Vault) => ({
  /** The passkeys of the account, oldest first. */
  listOf: async (accountId: string): Promise<Passkey[]> =>
    openRows(
      vault,
      await prisma.passkey.findMany({ where: { accountId }, orderBy: { id: "asc" } }),
    ),

  find: async (id: string): Promise<Passkey | null> => {
    const row = await prisma.passkey.findUnique({ where: { id } });
    return row && ((await openRows(vault, [row]))[0] ?? null);
  },

  findKey: async (credentialId: string): Promise<PasskeyKey | null> => {
    const row = await prisma.passkey.findUnique({ where: { credentialId: decoded(credentialId) } });
    return row && { ...row, credentialId, signCount: Number(row.signCount) };
  },

  /** The credentials of the account, by which a device knows that it already holds one. */
  credentialIdsOf: async (accountId: string): Promise<string[]> =>
    (await prisma.passkey.findMany({ where: { accountId }, orderBy: { id: "asc" } })).map((row) =>
      Buffer.from(row.credentialId).toString("base64url"),
    ),

  /** Throws PasskeyRefused for a credential that an account already has. */
  insert: async (
    { id, accountId, name, createdAt }: Passkey,
    { credentialId, publicKey, signCount, isBackupEligible, isBackedUp }: PasskeyCredential,
  ): Promise<void> => {
    const sealed = bytes(await vault.seal(addressOf({ id, accountId }), name ?? ""));
    const credential = { credentialId: decoded(credentialId), publicKey, signCount };
    const backup = { isBackupEligible, isBackedUp };
    const times = { createdAt: toDate(createdAt) };
    try {
      await prisma.passkey.create({
        data: { id, accountId, name: sealed, ...credential, ...backup, ...times },
      });
    } catch (error) {
      if (breaks(error, "credential_id")) throw new PasskeyRefused();
      throw error;
    }
  },

  /**
   * Saves the device's count of uses. False if another use came in between: two answers with the same count mean that
   * one device is a copy.
   */
  use: async (
    before: PasskeyKey,
    { signCount, isBackedUp, at }: { signCount: number; isBackedUp: boolean; at: Instant },
  ): Promise<boolean> => {
    const { count } = await prisma.passkey.updateMany({
      where: { id: before.id, signCount: before.signCount },
      data: { signCount, isBackedUp, lastUsedAt: toDate(at) },
    });
    return count === 1;
  },

  /** False if it was removed meanwhile. */
  rename: async ({ id, accountId }: Passkey, name: string): Promise<boolean> => {
    const sealed = bytes(await vault.seal(addressOf({ id, accountId }), name));
    return (await prisma.passkey.updateMany({ where: { id }, data: { name: sealed } })).count === 1;
  },

  /** False if it was removed before. */
  remove: async (id: string): Promise<boolean> =>
    (await prisma.passkey.deleteMany({ where: { id } })).count === 1,

  removeOf: async (accountId: string): Promise<number> =>
    (await prisma.passkey.deleteMany({ where: { accountId } })).count,
});

const addressOf = ({ id, accountId }: Pick<Passkey, "id" | "accountId">) => ({
  subjectId: accountId,
  table: "passkey",
  column: "name",
  row: id,
});

const decoded = (text: string) => bytes(Buffer.from(text, "base64url"));

async function openRows(vault: Vault, rows: readonly Row[]): Promise<Passkey[]> {
  const names = await vault.openMany(
    rows.map((row) => ({ address: addressOf(row), bytes: row.name })),
  );
  return rows.map(({ id, accountId, isBackedUp, createdAt, lastUsedAt }, index) => ({
    id,
    accountId,
    name: names[index] ?? null,
    isBackedUp,
    createdAt: toInstant(createdAt),
    lastUsedAt: toInstant(lastUsedAt),
  }));
}
