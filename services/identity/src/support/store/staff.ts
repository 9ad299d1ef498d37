import type { Instant } from "@tidbok/domain";
import type { Vault } from "@tidbok/vault";
import type { Enrolment } from "../domain/support-access.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { bytes } from "../../accounts/store/bytes.ts";

type Client = Pick<PrismaClient, "account" | "staffEnrolment">;

/** Support agents, and the links by which they come. */
export const staff = (prisma: Client, vault: Vault) => ({
  isStaff: async (accountId: string): Promise<boolean> =>
    (await prisma.account.count({ where: { id: accountId, isStaff: true, erasedAt: null } })) > 0,

  insert: async ({ id, name }: { id: string; name: string }, at: Instant): Promise<void> => {
    const address = { subjectId: id, table: "account", column: "name", row: id };
    const createdAt = new Date(at);
    const sealed = bytes(await vault.seal(address, name));
    await prisma.account.create({
      data: { id, name: sealed, isStaff: true, createdAt, verifiedAt: createdAt },
    });
  },

  /** Makes the links void that an agent did not follow. */
  withdrawEnrolments: async (accountId: string): Promise<void> => {
    await prisma.staffEnrolment.deleteMany({ where: { accountId } });
  },

  invite: async (enrolment: Enrolment, expiresAt: Instant): Promise<void> => {
    await prisma.staffEnrolment.create({ data: { ...enrolment, expiresAt: new Date(expiresAt) } });
  },

  /** The link, while it is good. */
  findEnrolment: async (id: string, now: Instant): Promise<Enrolment | null> => {
    const row = await prisma.staffEnrolment.findUnique({
      where: { id, usedAt: null, expiresAt: { gt: new Date(now) } },
    });
    return row && { id: row.id, accountId: row.accountId };
  },

  /** True for one caller only, however many follow the link at once. */
  useEnrolment: async (id: string, at: Instant): Promise<boolean> => {
    const { count } = await prisma.staffEnrolment.updateMany({
      where: { id, usedAt: null },
      data: { usedAt: new Date(at) },
    });
    return count === 1;
  },
});
