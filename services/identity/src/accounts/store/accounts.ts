import type { Instant } from "@tidbok/domain";
import type { Vault } from "@tidbok/vault";
import type { Account, Credential, NewAccount, SignUpForm } from "../domain/account.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { bytes } from "./bytes.ts";
import { emailIndex } from "./email-index.ts";

type Row = Awaited<ReturnType<PrismaClient["account"]["findFirstOrThrow"]>>;

/** The accounts of people. Names and addresses go in and come out in clear and lie sealed. */
export const accounts = (prisma: Pick<PrismaClient, "account" | "$queryRaw">, vault: Vault) => ({
  /** In the order of the ids; null for an unknown id. */
  findMany: async (ids: readonly string[]): Promise<readonly (Account | null)[]> => {
    const rows = await prisma.account.findMany({ where: { id: { in: [...ids] } } });
    const opened = await openRows(vault, rows);
    const byId = new Map(opened.map((account) => [account.id, account]));
    return ids.map((id) => byId.get(id) ?? null);
  },

  findCredential: async (email: string): Promise<Credential | null> =>
    toCredential(
      await prisma.account.findUnique({ where: { emailIndex: emailIndex(vault, email) } }),
    ),

  findCredentialById: async (id: string): Promise<Credential | null> =>
    toCredential(await prisma.account.findUnique({ where: { id } })),

  /** False when the address has an account already; that one stays as it is. */
  insert: async (account: NewAccount): Promise<boolean> => {
    const { id, passwordHash, timeZone, locale } = account;
    const [email, name] = await vault.sealMany([
      { address: addressOf(id, "email"), text: account.email },
      { address: addressOf(id, "name"), text: account.name },
    ]);
    const { count } = await prisma.account.createMany({
      data: [
        {
          id,
          email: bytes(email!),
          emailIndex: emailIndex(vault, account.email),
          name: bytes(name!),
          timeZone,
          locale,
          passwordHash,
          createdAt: new Date(account.createdAt),
        },
      ],
      skipDuplicates: true,
    });
    return count === 1;
  },

  /** Stores the newest form while the address is not proved. */
  updateUnverified: async (id: string, form: SignUpForm): Promise<void> => {
    await prisma.account.updateMany({
      where: { id, verifiedAt: null, erasedAt: null },
      data: await sealForm(vault, { id, form }),
    });
  },

  /** The address is proved, and the account is what this form said. False when it was proved before. */
  verify: async (id: string, change: { form: SignUpForm; at: Instant }): Promise<boolean> => {
    const { count } = await prisma.account.updateMany({
      where: { id, verifiedAt: null, erasedAt: null },
      data: {
        ...(await sealForm(vault, { id, form: change.form })),
        verifiedAt: new Date(change.at),
      },
    });
    return count === 1;
  },

  updateProfile: async (
    id: string,
    { name, ...settings }: { name?: string; timeZone?: string; locale?: string },
  ): Promise<void> => {
    const sealed =
      name === undefined ? {} : { name: bytes(await vault.seal(addressOf(id, "name"), name)) };
    await prisma.account.updateMany({
      where: { id, erasedAt: null },
      data: { ...settings, ...sealed },
    });
  },

  updatePassword: async (id: string, passwordHash: string): Promise<void> => {
    await prisma.account.updateMany({ where: { id, erasedAt: null }, data: { passwordHash } });
  },

  /** Locks the account for the transaction, so that one at a time changes it. False if it is gone or erased by now. */
  lock: async (id: string): Promise<boolean> => {
    const rows = await prisma.$queryRaw<unknown[]>`
      SELECT FROM account WHERE id = ${id}::uuid AND erased_at IS NULL FOR UPDATE`;
    return rows.length === 1;
  },

  /** Nothing is left but the id. How many rows that changed. */
  erase: async (id: string, at: Instant): Promise<number> => {
    const nothing = { email: null, emailIndex: null, name: null, timeZone: null, locale: null };
    const { count } = await prisma.account.updateMany({
      where: { id, erasedAt: null },
      data: { ...nothing, passwordHash: null, erasedAt: new Date(at) },
    });
    return count;
  },
});

const addressOf = (id: string, column: string) => ({
  subjectId: id,
  table: "account",
  column,
  row: id,
});

async function sealForm(vault: Vault, { id, form }: { id: string; form: SignUpForm }) {
  const { name, elsewhere: _, ...rest } = form;
  return { ...rest, name: bytes(await vault.seal(addressOf(id, "name"), name)) };
}

async function openRows(vault: Vault, rows: readonly Row[]): Promise<readonly Account[]> {
  const sealed = rows.flatMap((row) =>
    (["email", "name"] as const).flatMap((column) =>
      row[column] === null ? [] : [{ address: addressOf(row.id, column), bytes: row[column] }],
    ),
  );
  const texts = await vault.openMany(sealed);
  const clear = new Map(sealed.map(({ address: { row, column } }, i) => [row + column, texts[i]]));
  return rows.map((row) => ({
    id: row.id,
    name: clear.get(`${row.id}name`) ?? null,
    email: clear.get(`${row.id}email`) ?? null,
    timeZone: row.timeZone,
    locale: row.locale,
    isEmailVerified: row.verifiedAt !== null,
    deactivatedAt: row.deactivatedAt?.getTime() ?? null,
    closesAt: row.closesAt?.getTime() ?? null,
  }));
}

function toCredential(row: Row | null): Credential | null {
  if (row === null || row.erasedAt !== null) return null;
  const { id, passwordHash, verifiedAt, deactivatedAt } = row;
  const isEmailVerified = verifiedAt !== null;
  return { accountId: id, passwordHash, isEmailVerified, isDeactivated: deactivatedAt !== null };
}
