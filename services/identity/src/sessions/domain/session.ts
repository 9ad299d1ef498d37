import type { Instant, Origin } from "@tidbok/domain";

/** How a client keeps its session: a browser by a cookie, an app by two tokens. */
export type Delivery = "COOKIE" | "TOKENS";

/** The secret of a browser's session, for its cookie. It stands in no answer that a script could read. */
export type SessionCookie = { readonly cookie: string; readonly maxAgeSeconds: number };

/** The ways to prove one's identity at the beginning of a session. */
export type LogInMethod = "PASSWORD" | "LINK" | "PASSKEY" | "CODE" | "RECOVERY_CODE" | "PROVIDER";

/** A login, until it ends. */
export type Session = {
  readonly id: string;
  readonly accountId: string;
  readonly delivery: Delivery;
  readonly authenticatedAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  readonly endedAt: Instant | null;
  /** By what it was begun; empty for one from before that was noted. */
  readonly methods: readonly LogInMethod[];
  /** Where it was begun; null where that was not told, or is forgotten. */
  readonly network: string | null;
  readonly deviceType: Origin["deviceType"] | null;
  readonly browserFamily: Origin["browserFamily"] | null;
};

const day = 86_400_000;
const idleLimit = 14 * day;
const seenPrecision = 3_600_000;

/** A session lasts 90 days at most, however often it is used. */
export const sessionLifetime = 90 * day;

/** A session that begins now. */
export function startSession(
  {
    origin,
    lifetime = sessionLifetime,
    ...start
  }: Pick<Session, "id" | "accountId" | "delivery" | "methods"> & {
    readonly origin?: Origin | undefined;
    readonly lifetime?: number;
  },
  now: Instant,
): Session {
  const expiresAt = now + lifetime;
  const { network = null, deviceType = null, browserFamily = null } = origin ?? {};
  const where = { network, deviceType, browserFamily };
  return { ...start, ...where, authenticatedAt: now, lastSeenAt: now, expiresAt, endedAt: null };
}

/** A log-in after its first step. */
export type FirstStep = {
  readonly accountId: string;
  readonly methods: readonly LogInMethod[];
  readonly delivery: Delivery;
};

/** Whether it needs no code any more: a code was shown, or a passkey, which the device gives only after verifying its person. */
export function isInTwoSteps(methods: readonly LogInMethod[]): boolean {
  return methods.some((method) => ["PASSKEY", "CODE", "RECOVERY_CODE"].includes(method));
}

/** For how long it is known from which network a session was begun. */
export const networkLifetime = 30 * day;

/** Whether the session still stands for its account: not ended, not idle for 14 days, not 90 days old. */
export function isLive(session: Session, now: Instant): boolean {
  return session.endedAt === null && now < session.expiresAt && idleSince(now) < session.lastSeenAt;
}

/** A session that was not used after this moment is idle. */
export function idleSince(now: Instant): Instant {
  return now - idleLimit;
}

/** Whether it is time to note that the session was used: to the hour, so that reading seldom writes. */
export function isUnseen(session: Session, now: Instant): boolean {
  return now - session.lastSeenAt >= seenPrecision;
}
