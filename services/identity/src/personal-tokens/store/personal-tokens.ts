import type { Instant } from "@tidbok/domain";
import { dayOf, toDate, toDay, toInstant } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { PersonalToken } from "../domain/personal-token.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { bytes } from "../../accounts/store/bytes.ts";

type Row = Awaited<ReturnType<PrismaClient["personalToken"]["findFirstOrThrow"]>>;
type Hash = Uint8Array<ArrayBuffer>;

/** Personal tokens, which are found by their hashes. The store seals their names and opens them. */
export const personalTokens = (prisma: Pick<PrismaClient, "personalToken">, vault: Vault) => ({
  /** The tokens of the account, oldest first, including expired ones. */
  listOf: async (accountId: string): Promise<PersonalToken[]> =>
    openRows(
      vault,
      await prisma.personalToken.findMany({ where: { accountId }, orderBy: { id: "asc" } }),
    ),

  find: async (id: string): Promise<PersonalToken | null> => {
    const row = await prisma.personalToken.findUnique({ where: { id } });
    return row && ((await openRows(vault, [row]))[0] ?? null);
  },

  /** A token that has not expired, without its name. */
  findByHash: async (
    tokenHash: Hash,
    now: Instant,
  ): Promise<Omit<PersonalToken, "name"> | null> => {
    const where = { tokenHash, expiresAt: { gt: toDate(now) } };
    const row = await prisma.personalToken.findFirst({ where });
    return row && toToken(row);
  },

  insert: async ({ name, ...token }: PersonalToken, tokenHash: Hash): Promise<void> => {
    const { id, accountId, scopes, createdAt, expiresAt } = token;
    await prisma.personalToken.create({
      data: {
        id,
        accountId,
        tokenHash,
        name: bytes(await vault.seal(addressOf(token), name ?? "")),
        scopes: [...scopes],
        createdAt: toDate(createdAt),
        expiresAt: toDate(expiresAt),
      },
    });
  },

  /** Saves the day of the token's last use. */
  use: async (id: string, day: string): Promise<void> => {
    await prisma.personalToken.updateMany({ where: { id }, data: { lastUsedOn: toDay(day) } });
  },

  /** False if it was removed before. */
  remove: async (id: string): Promise<boolean> =>
    (await prisma.personalToken.deleteMany({ where: { id } })).count === 1,

  /** Removes all tokens of the account, and returns their ids. */
  removeOf: async (accountId: string): Promise<readonly string[]> => {
    const rows = await prisma.personalToken.findMany({
      where: { accountId },
      select: { id: true },
    });
    await prisma.personalToken.deleteMany({ where: { accountId } });
    return rows.map(({ id }) => id);
  },
});

const addressOf = ({ id, accountId }: Pick<PersonalToken, "id" | "accountId">) => ({
  subjectId: accountId,
  table: "personal_token",
  column: "name",
  row: id,
});

async function openRows(vault: Vault, rows: readonly Row[]): Promise<PersonalToken[]> {
  const names = await vault.openMany(
    rows.map((row) => ({ address: addressOf(row), bytes: row.name })),
  );
  return rows.map((row, index) => ({ ...toToken(row), name: names[index] ?? null }));
}

function toToken({ tokenHash: _, name: __, ...row }: Row): Omit<PersonalToken, "name"> {
  const { createdAt, expiresAt, lastUsedOn } = row;
  return {
    ...row,
    createdAt: toInstant(createdAt),
    expiresAt: toInstant(expiresAt),
    lastUsedOn: dayOf(lastUsedOn),
  };
}
