import { toDate, toInstant, idBounds, type IdPage } from "@tidbok/service";
import { inOrder } from "../../organizations/store/in-order.ts";
import type { App, AppPurpose } from "../domain/app.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";

type Client = Pick<PrismaClient, "app" | "appScope" | "$queryRaw">;
type Row = NonNullable<Awaited<ReturnType<PrismaClient["app"]["findFirst"]>>> & {
  readonly scopes: readonly { readonly scope: string; readonly why: string }[];
};

const whole = { scopes: { orderBy: { scope: "asc" } } } as const;

/** Apps with their scopes. */
export const apps = (prisma: Client) => ({
  find: async (id: string): Promise<App | null> => {
    const row = await prisma.app.findUnique({ where: { id }, include: whole });
    return row && toApp(row);
  },

  /** The app, locked until the transaction ends; null where it is gone. */
  lock: async (id: string): Promise<App | null> => {
    await prisma.$queryRaw`SELECT FROM app WHERE id = ${id}::uuid FOR UPDATE`;
    const row = await prisma.app.findUnique({ where: { id }, include: whole });
    return row && toApp(row);
  },

  /** The apps in any order; deleted apps are left out. */
  findMany: async (ids: readonly string[]): Promise<App[]> => {
    const rows = await prisma.app.findMany({ where: { id: { in: [...ids] } }, include: whole });
    return rows.map(toApp);
  },

  countIn: (organizationId: string): Promise<number> =>
    prisma.app.count({ where: { organizationId } }),

  /** The number of apps that each organization registered, in their order. */
  countOf: async (organizationIds: readonly string[]): Promise<readonly number[]> => {
    const counts = await prisma.app.groupBy({
      by: ["organizationId"],
      where: { organizationId: { in: [...organizationIds] } },
      _count: true,
    });
    return inOrder(organizationIds, counts);
  },

  countAllowedBy: (accountId: string): Promise<number> =>
    prisma.app.count({ where: { records: { some: { model: "Grant", accountId } } } }),

  /** A page of the apps that the organization registered, oldest first. */
  listIn: async (organizationId: string, page: IdPage): Promise<App[]> => {
    const { id, ...read } = idBounds(page, "asc");
    const rows = await prisma.app.findMany({
      where: { organizationId, id },
      ...read,
      include: whole,
    });
    return rows.map(toApp);
  },

  /** A page of the apps that the person gave access, oldest first. */
  listAllowedBy: async (accountId: string, page: IdPage): Promise<App[]> => {
    const { id, ...read } = idBounds(page, "asc");
    const rows = await prisma.app.findMany({
      where: {
        records: { some: { model: "Grant", accountId } },
        id,
      },
      ...read,
      include: whole,
    });
    return rows.map(toApp);
  },

  insert: async ({ scopes, ...app }: App): Promise<void> => {
    await prisma.app.create({
      data: {
        ...app,
        redirectUris: [...app.redirectUris],
        createdAt: toDate(app.createdAt),
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
});

function toApp({ scopes, ...row }: Row): App {
  return {
    ...row,
    // The table's checks allow no other purpose.
    purpose: row.purpose as AppPurpose,
    createdAt: toInstant(row.createdAt),
    scopes: scopes.map(({ scope, why }) => ({ scope, why })),
  };
}
