import { breaks } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import { EmailTaken } from "../domain/link-errors.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { bytes } from "./bytes.ts";
import { emailIndex } from "./email-index.ts";

/** The addresses of accounts, where one takes the place of another. */
export const accountEmails = (prisma: Pick<PrismaClient, "account">, vault: Vault) => ({
  /**
   * Gives the account another address. A sign-up that never proved the address makes way for the account that
   * has: their form and key go. Throws EmailTaken.
   */
  update: async (id: string, email: string): Promise<void> => {
    const index = emailIndex(vault, email);
    const squatter = await prisma.account.findFirst({
      where: { emailIndex: index, verifiedAt: null },
    });
    if (squatter) {
      await prisma.account.delete({ where: { id: squatter.id } });
      await vault.destroyKey(squatter.id);
    }
    const sealed = bytes(
      await vault.seal({ subjectId: id, table: "account", column: "email", row: id }, email),
    );
    try {
      await prisma.account.update({
        where: { id, erasedAt: null },
        data: { email: sealed, emailIndex: index },
      });
    } catch (error) {
      if (breaks(error, "account_email_index_key") || breaks(error, "email_index")) {
        throw new EmailTaken();
      }
      throw error;
    }
  },
});
