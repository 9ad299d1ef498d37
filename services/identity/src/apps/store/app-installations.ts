import { toDate, toInstant } from "@tidbok/service";
import type { Instant } from "@tidbok/domain";
import type { Installation } from "../domain/installation.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";

type Row = NonNullable<Awaited<ReturnType<PrismaClient["appInstallation"]["findFirst"]>>>;
type Key = Pick<Installation, "appId" | "organizationId">;

/** The apps that owners installed. */
export const appInstallations = (prisma: Pick<PrismaClient, "appInstallation">) => ({
  find: async (key: Key): Promise<Installation | null> => {
    const row = await prisma.appInstallation.findUnique({ where: { appId_organizationId: key } });
    return row && toInstallation(row);
  },

  /** Installs the app, or replaces the scopes of its installation, which then holds again. */
  put: async ({ appId, organizationId, scopes, installedAt }: Installation): Promise<void> => {
    const now = { scopes: [...scopes], suspendedAt: null };
    await prisma.appInstallation.upsert({
      where: { appId_organizationId: { appId, organizationId } },
      create: { appId, organizationId, ...now, installedAt: toDate(installedAt) },
      update: now,
    });
  },

  /** False if the app was not installed. */
  remove: async (key: Key): Promise<boolean> =>
    (await prisma.appInstallation.deleteMany({ where: key })).count === 1,

  /** Suspends all installations of the app; the organizations whose installations held until now. */
  suspend: async (appId: string, at: Instant): Promise<readonly string[]> => {
    const rows = await prisma.appInstallation.updateManyAndReturn({
      where: { appId, suspendedAt: null },
      data: { suspendedAt: toDate(at) },
      select: { organizationId: true },
    });
    return rows.map(({ organizationId }) => organizationId);
  },

  /** Notes the day on which the app acted for the organization, once a day. */
  use: async (key: Key, day: string): Promise<void> => {
    const lastUsedOn = new Date(day);
    await prisma.appInstallation.updateMany({
      where: { ...key, OR: [{ lastUsedOn: null }, { lastUsedOn: { lt: lastUsedOn } }] },
      data: { lastUsedOn },
    });
  },
});

function toInstallation(row: Row): Installation {
  return {
    ...row,
    installedAt: toInstant(row.installedAt),
    suspendedAt: toInstant(row.suspendedAt),
    lastUsedOn: row.lastUsedOn?.toISOString().slice(0, 10) ?? null,
  };
}
