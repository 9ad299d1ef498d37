import type { Instant, Role } from "@tidbok/domain";
import { idBounds, type IdPage } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { Invitation } from "../domain/invitation.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { bytes } from "../../accounts/store/bytes.ts";
import { emailIndex } from "../../accounts/store/email-index.ts";
import { inOrder } from "./in-order.ts";

type Row = Awaited<ReturnType<PrismaClient["invitation"]["findFirstOrThrow"]>>;

/** Invitations. The address lies sealed with a key of the invitation's own: its person may have no account. */
export const invitations = (
  prisma: Pick<PrismaClient, "invitation" | "account" | "$queryRaw">,
  vault: Vault,
) => ({
  find: async (id: string): Promise<Invitation | null> => {
    const row = await prisma.invitation.findUnique({ where: { id } });
    return row && open(vault, row);
  },

  /** Whether the invitation went to the address of this account. */
  isFor: async (id: string, accountId: string): Promise<boolean> => {
    const [invitation, account] = await Promise.all([
      prisma.invitation.findUnique({ where: { id } }),
      prisma.account.findUnique({ where: { id: accountId } }),
    ]);
    if (!invitation || !account?.emailIndex) return false;
    return Buffer.from(invitation.emailIndex).equals(account.emailIndex);
  },

  /** Deletes the open invitation of this address to the organization; the ids whose keys are to be destroyed. */
  removeOpen: async (organizationId: string, email: string): Promise<readonly string[]> => {
    const rows = await prisma.$queryRaw<{ id: string }[]>`
      DELETE FROM invitation WHERE organization_id = ${organizationId}::uuid
      AND email_index = ${emailIndex(vault, email)} AND accepted_at IS NULL RETURNING id::text`;
    return rows.map(({ id }) => id);
  },

  insert: async (invitation: Invitation & { readonly email: string }): Promise<void> => {
    const { id, organizationId, role, invitedBy, email } = invitation;
    await prisma.invitation.create({
      data: {
        id,
        organizationId,
        role,
        invitedBy,
        email: bytes(await vault.seal(addressOf(id), email)),
        emailIndex: emailIndex(vault, email),
        createdAt: new Date(invitation.createdAt),
        expiresAt: new Date(invitation.expiresAt),
      },
    });
  },

  /** False when it was accepted or withdrawn meanwhile. */
  accept: async (id: string, { by, at }: { by: string; at: Instant }): Promise<boolean> => {
    const { count } = await prisma.invitation.updateMany({
      where: { id, acceptedAt: null },
      data: { acceptedAt: new Date(at), acceptedBy: by },
    });
    return count === 1;
  },

  /** Those that went to the address of this account. */
  listFor: async (accountId: string): Promise<readonly Invitation[]> => {
    const account = await prisma.account.findUnique({ where: { id: accountId } });
    if (!account?.emailIndex) return [];
    const rows = await prisma.invitation.findMany({ where: { emailIndex: account.emailIndex } });
    return Promise.all(rows.map((row) => open(vault, row)));
  },

  /** The number of each organization's invitations that are not accepted, in their order. */
  countOpenOf: async (organizationIds: readonly string[]): Promise<readonly number[]> => {
    const counts = await prisma.invitation.groupBy({
      by: ["organizationId"],
      where: { organizationId: { in: [...organizationIds] }, acceptedAt: null },
      _count: true,
    });
    return inOrder(organizationIds, counts);
  },

  /** A page of an organization's invitations that are not accepted, newest first. */
  listOpen: async (organizationId: string, page: IdPage): Promise<readonly Invitation[]> => {
    const { id, ...read } = idBounds(page, "desc");
    const rows = await prisma.invitation.findMany({
      where: { organizationId, acceptedAt: null, id },
      ...read,
    });
    return Promise.all(rows.map((row) => open(vault, row)));
  },

  /** Deletes it; its key is to be destroyed. False when it was accepted or withdrawn meanwhile. */
  withdraw: async (id: string): Promise<boolean> =>
    (await prisma.invitation.deleteMany({ where: { id, acceptedAt: null } })).count === 1,

  removeMany: async (ids: readonly string[]): Promise<number> =>
    (await prisma.invitation.deleteMany({ where: { id: { in: [...ids] } } })).count,
});

const addressOf = (id: string) => ({
  subjectId: id,
  table: "invitation",
  column: "email",
  row: id,
});

async function open(vault: Vault, row: Row): Promise<Invitation> {
  return {
    id: row.id,
    organizationId: row.organizationId,
    // The table's checks allow no other role.
    role: row.role as Role,
    email: await vault.open(addressOf(row.id), row.email),
    invitedBy: row.invitedBy,
    createdAt: row.createdAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    acceptedAt: row.acceptedAt?.getTime() ?? null,
    acceptedBy: row.acceptedBy,
  };
}
