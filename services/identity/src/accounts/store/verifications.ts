import type { Instant } from "@tidbok/domain";
import type { Vault } from "@tidbok/vault";
import type { SignUpForm } from "../domain/account.ts";
import type { Verification, VerificationKind } from "../domain/verification.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { bytes } from "./bytes.ts";
import { emailIndex } from "./email-index.ts";

type Row = Awaited<ReturnType<PrismaClient["emailVerification"]["findFirstOrThrow"]>>;

const blank = {
  name: null,
  timeZone: null,
  locale: null,
  passwordHash: null,
  provider: null,
  subjectIndex: null,
};

/** The mails that were asked for at addresses. */
export const verifications = (prisma: Pick<PrismaClient, "emailVerification">, vault: Vault) => ({
  find: async (id: string): Promise<Verification | null> =>
    toVerification(vault, await prisma.emailVerification.findUnique({ where: { id } })),

  /** The newest sign-up of the account with an unused link. */
  findNewestSignUp: async (accountId: string): Promise<Verification | null> =>
    toVerification(
      vault,
      await prisma.emailVerification.findFirst({
        where: { accountId, kind: "SIGN_UP", usedAt: null },
        orderBy: { id: "desc" },
      }),
    ),

  insert: async (verification: Verification): Promise<void> => {
    const { form, email, id, accountId, kind, createdAt, expiresAt } = verification;
    await prisma.emailVerification.create({
      data: {
        id,
        accountId,
        kind,
        createdAt: new Date(createdAt),
        expiresAt: new Date(expiresAt),
        ...(form && (await sealForm(vault, { ...verification, form }))),
        ...(email && (await sealEmail(vault, { ...verification, email }))),
      },
    });
  },

  /** Mails with neither a form nor an address of their own. */
  insertMany: async (verifications: readonly Verification[]): Promise<void> => {
    await prisma.emailVerification.createMany({
      data: verifications.map(({ id, accountId, kind, createdAt, expiresAt }) => ({
        id,
        accountId,
        kind,
        createdAt: new Date(createdAt),
        expiresAt: new Date(expiresAt),
      })),
    });
  },

  /** The link was used: its form goes, and so do the other sign-ups of the same address. */
  use: async ({ id, accountId }: Verification, at: Instant): Promise<void> => {
    await prisma.emailVerification.deleteMany({ where: { accountId, id: { not: id } } });
    await prisma.emailVerification.update({
      where: { id },
      data: { ...blank, usedAt: new Date(at) },
    });
  },

  /** True for one caller only, however many follow the link at once: the row's lock decides. */
  useOnce: async (id: string, at: Instant): Promise<boolean> => {
    const { count } = await prisma.emailVerification.updateMany({
      where: { id, usedAt: null },
      data: { usedAt: new Date(at) },
    });
    return count === 1;
  },

  /** The newest mail of this kind to the account. */
  findNewest: async (accountId: string, kind: VerificationKind): Promise<Verification | null> =>
    toVerification(
      vault,
      await prisma.emailVerification.findFirst({
        where: { accountId, kind },
        orderBy: { id: "desc" },
      }),
    ),

  /** Makes the account's links of these kinds void. */
  withdraw: async (accountId: string, kinds: readonly VerificationKind[]): Promise<void> => {
    await prisma.emailVerification.deleteMany({ where: { accountId, kind: { in: [...kinds] } } });
  },

  countOf: (accountId: string): Promise<number> =>
    prisma.emailVerification.count({ where: { accountId } }),

  removeOf: async (accountId: string): Promise<number> =>
    (await prisma.emailVerification.deleteMany({ where: { accountId } })).count,
});

const addressOf = ({ id, accountId }: Pick<Row, "id" | "accountId">, column: "name" | "email") => ({
  subjectId: accountId,
  table: "email_verification",
  column,
  row: id,
});

async function sealForm(vault: Vault, row: Pick<Row, "id" | "accountId"> & { form: SignUpForm }) {
  const { name, timeZone, locale, passwordHash, elsewhere } = row.form;
  return {
    timeZone,
    locale,
    passwordHash,
    ...(elsewhere && {
      provider: elsewhere.provider,
      subjectIndex: bytes(elsewhere.subjectIndex),
    }),
    name: bytes(await vault.seal(addressOf(row, "name"), name)),
  };
}

async function sealEmail(vault: Vault, row: Pick<Row, "id" | "accountId"> & { email: string }) {
  const sealed = bytes(await vault.seal(addressOf(row, "email"), row.email));
  return { email: sealed, emailIndex: emailIndex(vault, row.email) };
}

async function toVerification(vault: Vault, row: Row | null): Promise<Verification | null> {
  if (row === null) return null;
  return {
    id: row.id,
    accountId: row.accountId,
    // The table's checks allow no other kind.
    kind: row.kind as VerificationKind,
    form: await openForm(vault, row),
    email: row.email && (await vault.open(addressOf(row, "email"), row.email)),
    createdAt: row.createdAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    usedAt: row.usedAt?.getTime() ?? null,
  };
}

async function openForm(vault: Vault, row: Row): Promise<SignUpForm | null> {
  const { timeZone, locale, passwordHash, provider, subjectIndex } = row;
  if (row.name === null || timeZone === null || locale === null) return null;
  const name = await vault.open(addressOf(row, "name"), row.name);
  const elsewhere = provider && subjectIndex ? { provider, subjectIndex } : null;
  return name === null ? null : { name, timeZone, locale, passwordHash, elsewhere };
}
