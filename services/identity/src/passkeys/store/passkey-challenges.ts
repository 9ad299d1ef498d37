import type { Instant } from "@tidbok/domain";
import { toDate } from "@tidbok/service";
import type { PasskeyUse } from "../domain/passkey.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";

/** What a device was asked to sign: by its hash, for which use, and in which session, if in one. */
export type Challenge = {
  readonly challengeHash: Uint8Array<ArrayBuffer>;
  readonly use: PasskeyUse;
  readonly sessionId: string | null;
  /** The enrolment of an agent that it belongs to, if to one. */
  readonly enrolmentId: string | null;
};

/** Challenges that wait for their answer. */
export const passkeyChallenges = (prisma: Pick<PrismaClient, "passkeyChallenge">) => ({
  insert: async (challenge: Challenge, expiresAt: Instant): Promise<void> => {
    await prisma.passkeyChallenge.create({
      data: { ...challenge, expiresAt: toDate(expiresAt) },
    });
  },

  /** True for the first answer only, in time, and to just this use in just this session. */
  take: async (challenge: Challenge, now: Instant): Promise<boolean> => {
    const { count } = await prisma.passkeyChallenge.deleteMany({
      where: { ...challenge, expiresAt: { gt: toDate(now) } },
    });
    return count === 1;
  },
});
