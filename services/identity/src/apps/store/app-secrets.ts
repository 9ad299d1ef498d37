import type { Instant } from "@tidbok/domain";
import { toDate } from "@tidbok/service";
import { secretOverlap } from "../domain/app.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";

type Hash = Uint8Array<ArrayBuffer>;

/** The hashes of apps' secrets. */
export const appSecrets = (prisma: Pick<PrismaClient, "appSecret">) => ({
  /** Adds a secret without expiry. The previous one stays valid for a while; older ones are deleted. */
  add: async (
    { id, appId, secretHash }: { id: string; appId: string; secretHash: Hash },
    now: Instant,
  ): Promise<void> => {
    await prisma.appSecret.deleteMany({ where: { appId, expiresAt: { not: null } } });
    await prisma.appSecret.updateMany({
      where: { appId },
      data: { expiresAt: toDate(now + secretOverlap) },
    });
    await prisma.appSecret.create({ data: { id, appId, secretHash, createdAt: toDate(now) } });
  },

  has: async (
    { appId, secretHash }: { appId: string; secretHash: Hash },
    now: Instant,
  ): Promise<boolean> => {
    const valid = [{ expiresAt: null }, { expiresAt: { gt: toDate(now) } }];
    return (await prisma.appSecret.count({ where: { appId, secretHash, OR: valid } })) > 0;
  },
});
