import type { Instant } from "@tidbok/domain";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { bytes } from "../../accounts/store/bytes.ts";

/** A logo: the picture, and what it is known by in addresses. */
export type Logo = { readonly png: Uint8Array; readonly hash: string };

/** The pictures beside organizations' names. */
export const organizationLogos = (prisma: Pick<PrismaClient, "organizationLogo">) => ({
  find: async (organizationId: string): Promise<Logo | null> =>
    prisma.organizationLogo.findUnique({
      where: { organizationId },
      select: { png: true, hash: true },
    }),

  /** The hashes of the logos in the order of the ids; null for an organization without one. */
  hashesOf: async (organizationIds: readonly string[]): Promise<readonly (string | null)[]> => {
    const rows = await prisma.organizationLogo.findMany({
      where: { organizationId: { in: [...organizationIds] } },
      select: { organizationId: true, hash: true },
    });
    const byId = new Map(rows.map((row) => [row.organizationId, row.hash]));
    return organizationIds.map((id) => byId.get(id) ?? null);
  },

  /** The pictures in the order of the ids; null for an organization without one. */
  pngsOf: async (organizationIds: readonly string[]): Promise<readonly (Uint8Array | null)[]> => {
    const rows = await prisma.organizationLogo.findMany({
      where: { organizationId: { in: [...organizationIds] } },
      select: { organizationId: true, png: true },
    });
    const byId = new Map(rows.map((row) => [row.organizationId, row.png]));
    return organizationIds.map((id) => byId.get(id) ?? null);
  },

  put: async (organizationId: string, { png, hash, at }: Logo & { at: Instant }): Promise<void> => {
    const now = { png: bytes(png), hash, changedAt: new Date(at) };
    await prisma.organizationLogo.upsert({
      where: { organizationId },
      create: { organizationId, ...now },
      update: now,
    });
  },

  /** False for an organization without a logo. */
  remove: async (organizationId: string): Promise<boolean> =>
    (await prisma.organizationLogo.deleteMany({ where: { organizationId } })).count === 1,
});
