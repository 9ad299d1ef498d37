import type { Instant } from "@tidbok/domain";
import { toDate } from "@tidbok/service";
import type { PasskeyUse } from "../domain/passkey.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";

/** A challenge by its hash, with its use, and the session it belongs to, if any. */
export type Challenge = {
  readonly challengeHash: Uint8Array<ArrayBuffer>;
  readonly use: PasskeyUse;
  readonly sessionId: string | null;
  /** The enrolment of a support agent that it belongs to, if any. */
  readonly enrolmentId: string | null;
};

/** Challenges that no device has answered yet. */
export const passkeyChallenges = (prisma: Pick<PrismaClient, "passkeyChallenge">) => ({
  insert: async (challenge: Challenge, expiresAt: Instant): Promise<void> => {
    await prisma.passkeyChallenge.create({
      data: { ...challenge, expiresAt: toDate(expiresAt) },
    });
  },

  /** True for the first answer only, before the expiry, for this use in this session. */
  take: async (challenge: Challenge, now: Instant): Promise<boolean> => {
    const { count } = await prisma.passkeyChallenge.deleteMany({
      where: { ...challenge, expiresAt: { gt: toDate(now) } },
    });
    return count === 1;
  },
});
