import type { Vault } from "@tidbok/vault";
import type { Retention } from "../domain/retention.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";

type Client = Pick<PrismaClient, "$executeRaw" | "$queryRaw">;

const atOnce = 200;

/** What has been kept for long enough. */
export const stale = (prisma: Client, vault: Vault) => ({
  /**
   * Deletes some of it and destroys the keys of the people in it, within a transaction: the rows
   * are locked, so a link cannot be used while its key goes. Returns how many rows; 0 when all is done.
   */
  forget: async ({ signedUpBefore, endedBefore, askedBefore, now }: Retention): Promise<number> => {
    const signedUp = new Date(signedUpBefore);
    const ended = new Date(endedBefore);
    const accounts = await prisma.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM account WHERE verified_at IS NULL AND erased_at IS NULL AND created_at < ${signedUp}
      AND NOT EXISTS (SELECT FROM email_verification AS asked
        WHERE asked.account_id = account.id AND asked.created_at >= ${signedUp})
      ORDER BY id LIMIT ${atOnce} FOR UPDATE SKIP LOCKED`;
    const invitations = await prisma.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM invitation WHERE accepted_at IS NULL AND expires_at < ${ended}
      ORDER BY id LIMIT ${atOnce} FOR UPDATE SKIP LOCKED`;
    const people = [...accounts, ...invitations].map(({ id }) => id);
    for (const id of people) await vault.destroyKey(id);
    const counts = [
      await prisma.$executeRaw`DELETE FROM invitation WHERE id = ANY(${people}::uuid[])`,
      await prisma.$executeRaw`DELETE FROM account WHERE id = ANY(${people}::uuid[])`,
      await prisma.$executeRaw`DELETE FROM email_verification USING account WHERE account.id = account_id
        AND account.verified_at IS NOT NULL AND expires_at < ${ended}`,
      await prisma.$executeRaw`UPDATE session SET network = NULL, network_until = NULL
        WHERE network_until <= ${new Date(now)}`,
      await prisma.$executeRaw`DELETE FROM session WHERE coalesce(ended_at, expires_at) < ${ended}`,
      await prisma.$executeRaw`DELETE FROM personal_token WHERE expires_at < ${ended}`,
      await prisma.$executeRaw`DELETE FROM staff_enrolment WHERE expires_at < ${ended}`,
      await prisma.$executeRaw`DELETE FROM second_step WHERE expires_at <= ${new Date(now)}`,
      await prisma.$executeRaw`DELETE FROM passkey_challenge WHERE expires_at <= ${new Date(now)}`,
      await prisma.$executeRaw`DELETE FROM oauth_record WHERE expires_at < now()`,
      await prisma.$executeRaw`DELETE FROM idempotency WHERE created_at < ${new Date(askedBefore)}`,
    ];
    return counts.reduce((sum, count) => sum + count, 0);
  },
});
