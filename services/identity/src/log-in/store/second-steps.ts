import type { Instant } from "@tidbok/domain";
import { toDate } from "@tidbok/service";
import type { Delivery, FirstStep, LogInMethod } from "../../sessions/domain/session.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";

type Hash = Uint8Array<ArrayBuffer>;

/** Log-ins that wait for their second step, by the hash of the token of the first. */
export const secondSteps = (prisma: Pick<PrismaClient, "secondStep">) => ({
  insert: async (
    { methods, ...step }: FirstStep,
    { tokenHash, expiresAt }: { tokenHash: Hash; expiresAt: Instant },
  ): Promise<void> => {
    await prisma.secondStep.create({
      data: { ...step, methods: [...methods], tokenHash, expiresAt: toDate(expiresAt) },
    });
  },

  find: async (tokenHash: Hash, now: Instant): Promise<FirstStep | null> => {
    const row = await prisma.secondStep.findUnique({
      where: { tokenHash, expiresAt: { gt: toDate(now) } },
    });
    if (!row) return null;
    const { accountId, methods, delivery } = row;
    // The table's checks allow no other values.
    return { accountId, methods: methods as LogInMethod[], delivery: delivery as Delivery };
  },

  /** True for one caller only: the first step leads to one session. */
  take: async (tokenHash: Hash): Promise<boolean> =>
    (await prisma.secondStep.deleteMany({ where: { tokenHash } })).count === 1,

  removeOf: async (accountId: string): Promise<number> =>
    (await prisma.secondStep.deleteMany({ where: { accountId } })).count,
});
