import type { Instant } from "@tidbok/domain";
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
  use: async (tokenHash: Hash, at: Instant): Promise<boolean> => {
    const { count } = await prisma.refreshToken.updateMany({
      where: { tokenHash, usedAt: null },
      data: { usedAt: new Date(at) },
    });
    return count === 1;
  },
});
