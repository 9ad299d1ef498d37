import type { Instant } from "@tidbok/domain";
import { secretOverlap, type App, type AppPurpose, type Approval } from "../domain/app.ts";
import type { PrismaClient } from "../generated/prisma/client.ts";

type Client = Pick<PrismaClient, "app" | "appScope" | "appSecret" | "appApproval">;
type Row = NonNullable<Awaited<ReturnType<PrismaClient["app"]["findFirst"]>>> & {
  readonly scopes: readonly { readonly scope: string; readonly why: string }[];
};
type Hash = Uint8Array<ArrayBuffer>;

const whole = { scopes: { orderBy: { scope: "asc" } } } as const;

/** Apps, what they ask for, their secrets' hashes, and which of their scopes owners approved. */
export const apps = (prisma: Client) => ({
  find: async (id: string): Promise<App | null> => {
    const row = await prisma.app.findUnique({ where: { id }, include: whole });
    return row && toApp(row);
  },

  /** A page of an organization's apps, oldest first. */
  listIn: async (
    organizationId: string,
    { size, after }: { size: number; after: string | null },
  ): Promise<App[]> => {
    const rows = await prisma.app.findMany({
      where: { organizationId, ...(after && { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: size + 1,
      include: whole,
    });
    return rows.map(toApp);
  },

  insert: async ({ scopes, ...app }: App): Promise<void> => {
    await prisma.app.create({
      data: {
        ...app,
        redirectUris: [...app.redirectUris],
        createdAt: new Date(app.createdAt),
        scopes: { create: [...scopes] },
      },
    });
  },

  update: async ({ id, name, legalName, redirectUris, scopes }: App): Promise<void> => {
    await prisma.appScope.deleteMany({ where: { appId: id } });
    await prisma.app.update({
      where: { id },
      data: {
        name,
        legalName,
        redirectUris: [...redirectUris],
        scopes: { create: [...scopes] },
      },
    });
  },

  remove: async (id: string): Promise<void> => {
    await prisma.app.deleteMany({ where: { id } });
  },

  /** The new secret is there to stay; the one before works on for a while, any older no longer. */
  addSecret: async (
    { id, appId, secretHash }: { id: string; appId: string; secretHash: Hash },
    now: Instant,
  ): Promise<void> => {
    await prisma.appSecret.deleteMany({ where: { appId, expiresAt: { not: null } } });
    await prisma.appSecret.updateMany({
      where: { appId },
      data: { expiresAt: new Date(now + secretOverlap) },
    });
    await prisma.appSecret.create({ data: { id, appId, secretHash, createdAt: new Date(now) } });
  },

  hasSecret: async (
    { appId, secretHash }: { appId: string; secretHash: Hash },
    now: Instant,
  ): Promise<boolean> => {
    const valid = [{ expiresAt: null }, { expiresAt: { gt: new Date(now) } }];
    return (await prisma.appSecret.count({ where: { appId, secretHash, OR: valid } })) > 0;
  },

  approvalsOf: (appId: string): Promise<Approval[]> =>
    prisma.appApproval.findMany({
      where: { appId },
      select: { organizationId: true, scope: true },
    }),

  /** These scopes are approved from now on, and no others. */
  approve: async (
    key: { appId: string; organizationId: string },
    { scopes, by, at }: { scopes: readonly string[]; by: string; at: Instant },
  ): Promise<void> => {
    await prisma.appApproval.deleteMany({ where: key });
    await prisma.appApproval.createMany({
      data: scopes.map((scope) => ({
        ...key,
        scope,
        approvedBy: by,
        approvedAt: new Date(at),
      })),
    });
  },
});

function toApp({ scopes, ...row }: Row): App {
  return {
    ...row,
    // The table's checks allow no other purpose.
    purpose: row.purpose as AppPurpose,
    createdAt: row.createdAt.getTime(),
    scopes: scopes.map(({ scope, why }) => ({ scope, why })),
  };
}
