import { breaks } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { Credential } from "../domain/account.ts";
import { EmailTaken } from "../domain/link-errors.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { bytes } from "./bytes.ts";
import { emailIndex } from "./email-index.ts";

/** The addresses of accounts, where one takes the place of another. */
export const accountEmails = (
  prisma: Pick<PrismaClient, "account" | "$queryRaw">,
  vault: Vault,
) => ({
  /** Locks the account that has this address, until the transaction ends; null where there is none. */
  lock: async (
    email: string,
  ): Promise<Pick<Credential, "accountId" | "isEmailVerified"> | null> => {
    const [row] = await prisma.$queryRaw<{ id: string; is_verified: boolean }[]>`
      SELECT id::text, verified_at IS NOT NULL AS is_verified FROM account
      WHERE email_index = ${emailIndex(vault, email)} FOR UPDATE`;
    return row ? { accountId: row.id, isEmailVerified: row.is_verified } : null;
  },

  /**
   * Deletes the sign-up that never proved this address, to make way for the account that has; the ids whose keys are
   * to be destroyed. A sign-up that is verified meanwhile stays: Postgres looks again once it has the lock.
   */
  removeUnproved: async (email: string): Promise<readonly string[]> => {
    const rows = await prisma.$queryRaw<{ id: string }[]>`
      DELETE FROM account WHERE email_index = ${emailIndex(vault, email)} AND verified_at IS NULL RETURNING id::text`;
    return rows.map(({ id }) => id);
  },

  /** Gives the account another address. Throws EmailTaken. */
  update: async (id: string, email: string): Promise<void> => {
    const sealed = bytes(
      await vault.seal({ subjectId: id, table: "account", column: "email", row: id }, email),
    );
    try {
      await prisma.account.update({
        where: { id, erasedAt: null },
        data: { email: sealed, emailIndex: emailIndex(vault, email) },
      });
    } catch (error) {
      if (breaks(error, "account_email_index_key") || breaks(error, "email_index")) {
        throw new EmailTaken();
      }
      throw error;
    }
  },
});
