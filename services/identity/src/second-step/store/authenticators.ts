import type { Instant } from "@tidbok/domain";
import { toDate, toInstant } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { Authenticator } from "../domain/authenticator.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { bytes } from "../../accounts/store/bytes.ts";

type Hash = Uint8Array<ArrayBuffer>;
type Client = Pick<PrismaClient, "authenticator" | "recoveryCode">;

/** Authenticator apps and their recovery codes. The store seals secrets and opens them. */
export const authenticators = (prisma: Client, vault: Vault) => ({
  /** The app whose codes log-ins ask for; null without a confirmed app. */
  find: async (accountId: string): Promise<Authenticator | null> => {
    const row = await prisma.authenticator.findUnique({
      where: { accountId, confirmedAt: { not: null } },
      include: { _count: { select: { recoveryCodes: { where: { usedAt: null } } } } },
    });
    if (!row?.confirmedAt) return null;
    const recoveryCodesLeft = row._count.recoveryCodes;
    return { accountId, confirmedAt: toInstant(row.confirmedAt), recoveryCodesLeft };
  },

  isOn: async (accountId: string): Promise<boolean> =>
    (await prisma.authenticator.count({ where: { accountId, confirmedAt: { not: null } } })) > 0,

  /** The secret, confirmed or not. */
  findSecret: async (accountId: string): Promise<string | null> => {
    const row = await prisma.authenticator.findUnique({ where: { accountId } });
    return row && vault.open(addressOf(accountId), row.secret);
  },

  /** Replaces an unconfirmed secret. False if the account has a confirmed one. */
  begin: async (accountId: string, change: { secret: string; at: Instant }): Promise<boolean> => {
    const secret = bytes(await vault.seal(addressOf(accountId), change.secret));
    const createdAt = toDate(change.at);
    const { count } = await prisma.authenticator.updateMany({
      where: { accountId, confirmedAt: null },
      data: { secret, createdAt },
    });
    if (count === 1) return true;
    const made = await prisma.authenticator.createMany({
      data: [{ accountId, secret, createdAt }],
      skipDuplicates: true,
    });
    return made.count === 1;
  },

  /** Confirms the app with its first code. False if it was confirmed before. */
  confirm: async (accountId: string, { step, at }: { step: number; at: Instant }) => {
    const { count } = await prisma.authenticator.updateMany({
      where: { accountId, confirmedAt: null },
      data: { confirmedAt: toDate(at), lastStep: step },
    });
    return count === 1;
  },

  /** True if the code is later than the last one used: no code works twice (RFC 6238, 5.2). */
  useStep: async (accountId: string, step: number): Promise<boolean> => {
    const { count } = await prisma.authenticator.updateMany({
      where: { accountId, lastStep: { lt: step } },
      data: { lastStep: step },
    });
    return count === 1;
  },

  /** Replaces all recovery codes of the account. */
  replaceRecoveryCodes: async (accountId: string, hashes: readonly Hash[]): Promise<void> => {
    await prisma.recoveryCode.deleteMany({ where: { accountId } });
    await prisma.recoveryCode.createMany({
      data: hashes.map((codeHash) => ({ accountId, codeHash })),
    });
  },

  /** True for one caller only, even if many use the code at once: the row's lock decides. */
  useRecoveryCode: async (
    accountId: string,
    { codeHash, at }: { codeHash: Hash; at: Instant },
  ): Promise<boolean> => {
    const { count } = await prisma.recoveryCode.updateMany({
      where: { accountId, codeHash, usedAt: null },
      data: { usedAt: toDate(at) },
    });
    return count === 1;
  },

  /** The number of apps removed; their recovery codes are removed as well. */
  removeOf: async (accountId: string): Promise<number> =>
    (await prisma.authenticator.deleteMany({ where: { accountId } })).count,
});

const addressOf = (accountId: string) => ({
  subjectId: accountId,
  table: "authenticator",
  column: "secret",
  row: accountId,
});
