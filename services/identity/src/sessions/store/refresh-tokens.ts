import type { Instant } from "@tidbok/domain";
import { reuseGrace, type Use } from "../../grants/domain/reuse-grace.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";

type Hash = Uint8Array<ArrayBuffer>;

/** Refresh tokens by their hashes. */
export const refreshTokens = (prisma: Pick<PrismaClient, "refreshToken">) => ({
  /** The session that a token was given out for, used or not. */
  findSessionId: async (tokenHash: Hash): Promise<string | null> =>
    (await prisma.refreshToken.findUnique({ where: { tokenHash } }))?.sessionId ?? null,

  insert: async (
    token: { id: string; sessionId: string; tokenHash: Hash },
    issuedAt: Instant,
  ): Promise<void> => {
    await prisma.refreshToken.create({ data: { ...token, issuedAt: new Date(issuedAt) } });
  },

  /** True for one caller only, however many come with the token at once: the row's lock decides. */
  use: async (tokenHash: Hash, { from, at }: Use): Promise<boolean> => {
    const { count } = await prisma.refreshToken.updateMany({
      where: { tokenHash, usedAt: null },
      data: { usedAt: new Date(at), usedFrom: from },
    });
    return count === 1;
  },

  /** True for the second use, by the same client within the grace; for one caller only. */
  useAgain: async (tokenHash: Hash, { from, at }: Use): Promise<boolean> => {
    if (from === null) return false;
    const { count } = await prisma.refreshToken.updateMany({
      where: {
        tokenHash,
        usedAt: { gt: new Date(at - reuseGrace) },
        usedFrom: from,
        againAt: null,
      },
      data: { againAt: new Date(at) },
    });
    return count === 1;
  },
});
