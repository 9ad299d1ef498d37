import { reuseGrace } from "../../grants/domain/reuse-grace.ts";
import type { Retention } from "../domain/retention.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";

type Client = Pick<PrismaClient, "$executeRaw" | "$queryRaw">;
type Row = { readonly id: string };

// No statement runs for long, however much has gathered.
const batchSize = 500;

/**
 * Removes what is past its retention: one kind, one batch, one transaction, so that a process may die after any line.
 * Each returns how many rows it removed. Rows that another transaction holds are left to the next batch.
 */
export const stale = (prisma: Client) => ({
  /** Sign-ups whose address was never proved; the ids whose keys are to be destroyed. */
  removeSignUps: async ({ signedUpBefore }: Retention): Promise<readonly string[]> => {
    const before = new Date(signedUpBefore);
    const found = await prisma.$queryRaw<Row[]>`
      SELECT id::text FROM account WHERE verified_at IS NULL AND erased_at IS NULL AND created_at < ${before}
      AND NOT EXISTS (SELECT FROM email_verification AS asked
        WHERE asked.account_id = account.id AND asked.created_at >= ${before})
      ORDER BY created_at LIMIT ${batchSize} FOR UPDATE SKIP LOCKED`;
    // Once more under the locks: another mail may have been asked for since the first look.
    const rows = await prisma.$queryRaw<Row[]>`
      DELETE FROM account WHERE id = ANY(${found.map(({ id }) => id)}::uuid[]) AND verified_at IS NULL
      AND NOT EXISTS (SELECT FROM email_verification AS asked
        WHERE asked.account_id = account.id AND asked.created_at >= ${before}) RETURNING id::text`;
    return rows.map(({ id }) => id);
  },

  /** Invitations that were not accepted; the ids whose keys are to be destroyed. */
  removeInvitations: async ({ endedBefore }: Retention): Promise<readonly string[]> => {
    const rows = await prisma.$queryRaw<Row[]>`
      DELETE FROM invitation WHERE id IN (
        SELECT id FROM invitation WHERE accepted_at IS NULL AND expires_at < ${new Date(endedBefore)}
        ORDER BY expires_at LIMIT ${batchSize} FOR UPDATE SKIP LOCKED) RETURNING id::text`;
    return rows.map(({ id }) => id);
  },

  removeMails: ({ endedBefore }: Retention): Promise<number> => prisma.$executeRaw`
    DELETE FROM email_verification WHERE id IN (
      SELECT mail.id FROM email_verification AS mail JOIN account ON account.id = mail.account_id
      WHERE account.verified_at IS NOT NULL AND mail.expires_at < ${new Date(endedBefore)}
      ORDER BY mail.expires_at LIMIT ${batchSize} FOR UPDATE OF mail SKIP LOCKED)`,

  removeNetworks: ({ now }: Retention): Promise<number> => prisma.$executeRaw`
    UPDATE session SET network = NULL, network_until = NULL WHERE id IN (
      SELECT id FROM session WHERE network_until <= ${new Date(now)}
      ORDER BY network_until LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)`,

  /** From where a refresh token was used first matters for as long as it may come again. */
  removeRefreshOrigins: ({ now }: Retention): Promise<number> => prisma.$executeRaw`
    UPDATE refresh_token SET used_from = NULL WHERE id IN (
      SELECT id FROM refresh_token WHERE used_from IS NOT NULL AND used_at < ${new Date(now - reuseGrace)}
      ORDER BY used_at LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)`,

  /** The authorization server's tokens, by the machine's clock like their expiry. */
  removeConsumeOrigins: (): Promise<number> => prisma.$executeRaw`
    UPDATE oauth_record SET consumed_from = NULL WHERE (model, key_hash) IN (
      SELECT model, key_hash FROM oauth_record
      WHERE consumed_from IS NOT NULL AND consumed_at < now() - ${reuseGrace / 1000} * interval '1 second'
      ORDER BY consumed_at LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)`,

  /** A session can have thousands of used refresh tokens, so they go before it. */
  removeRefreshTokens: ({ endedBefore }: Retention): Promise<number> => prisma.$executeRaw`
    DELETE FROM refresh_token WHERE id IN (
      SELECT token.id FROM session JOIN refresh_token AS token ON token.session_id = session.id
      WHERE coalesce(session.ended_at, session.expires_at) < ${new Date(endedBefore)}
      LIMIT ${batchSize} FOR UPDATE OF token SKIP LOCKED)`,

  removeSessions: ({ endedBefore }: Retention): Promise<number> => prisma.$executeRaw`
    DELETE FROM session WHERE id IN (
      SELECT id FROM session WHERE coalesce(ended_at, expires_at) < ${new Date(endedBefore)}
      AND NOT EXISTS (SELECT FROM refresh_token WHERE session_id = session.id)
      ORDER BY coalesce(ended_at, expires_at) LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)`,

  removePersonalTokens: ({ endedBefore }: Retention): Promise<number> => prisma.$executeRaw`
    DELETE FROM personal_token WHERE id IN (
      SELECT id FROM personal_token WHERE expires_at < ${new Date(endedBefore)}
      ORDER BY expires_at LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)`,

  removeEnrolments: ({ endedBefore }: Retention): Promise<number> => prisma.$executeRaw`
    DELETE FROM staff_enrolment WHERE id IN (
      SELECT id FROM staff_enrolment WHERE expires_at < ${new Date(endedBefore)}
      LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)`,

  removeSecondSteps: ({ now }: Retention): Promise<number> => prisma.$executeRaw`
    DELETE FROM second_step WHERE token_hash IN (
      SELECT token_hash FROM second_step WHERE expires_at <= ${new Date(now)}
      ORDER BY expires_at LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)`,

  removeChallenges: ({ now }: Retention): Promise<number> => prisma.$executeRaw`
    DELETE FROM passkey_challenge WHERE challenge_hash IN (
      SELECT challenge_hash FROM passkey_challenge WHERE expires_at <= ${new Date(now)}
      ORDER BY expires_at LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)`,

  /** The authorization server's library takes the time from the machine, and so does this. */
  removeOauthRecords: (): Promise<number> => prisma.$executeRaw`
    DELETE FROM oauth_record WHERE (model, key_hash) IN (
      SELECT model, key_hash FROM oauth_record WHERE expires_at < now()
      ORDER BY expires_at LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)`,

  removeIdempotencyKeys: ({ askedBefore }: Retention): Promise<number> => prisma.$executeRaw`
    DELETE FROM idempotency WHERE (principal, operation, key) IN (
      SELECT principal, operation, key FROM idempotency WHERE created_at < ${new Date(askedBefore)}
      ORDER BY created_at LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)`,
});
