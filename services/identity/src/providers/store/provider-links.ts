import { createHash } from "node:crypto";
import type { Instant } from "@tidbok/domain";
import { toDate, toInstant } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import { ProviderTaken, type ProvidedPerson, type ProviderLink } from "../domain/provider-link.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import { bytes } from "../../accounts/store/bytes.ts";

type Row = Awaited<ReturnType<PrismaClient["providerLink"]["findFirstOrThrow"]>>;
type Elsewhere = Pick<ProvidedPerson, "issuer" | "subject">;

/** Links to accounts at providers. The account there is stored as a fingerprint only. */
export const providerLinks = (prisma: Pick<PrismaClient, "providerLink">, vault: Vault) => ({
  /** The links of the account, oldest first. */
  listOf: async (accountId: string): Promise<ProviderLink[]> =>
    (await prisma.providerLink.findMany({ where: { accountId }, orderBy: { id: "asc" } })).map(
      toLink,
    ),

  find: async (elsewhere: Elsewhere): Promise<ProviderLink | null> => {
    const where = { subjectIndex: indexOf(vault, elsewhere) };
    const row = await prisma.providerLink.findUnique({ where });
    return row && toLink(row);
  },

  /** The fingerprint of an account at a provider. */
  fingerprintOf: (elsewhere: Elsewhere): Uint8Array => indexOf(vault, elsewhere),

  /** Throws ProviderTaken. */
  insert: async (link: ProviderLink, fingerprint: Uint8Array): Promise<void> => {
    const { id, accountId, provider, createdAt } = link;
    const subjectIndex = bytes(fingerprint);
    const row = { id, accountId, provider, subjectIndex, createdAt: toDate(createdAt) };
    const { count } = await prisma.providerLink.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) throw new ProviderTaken();
  },

  use: async (id: string, at: Instant): Promise<void> => {
    await prisma.providerLink.updateMany({ where: { id }, data: { lastUsedAt: toDate(at) } });
  },

  /** False if it was removed before. */
  remove: async (id: string): Promise<boolean> =>
    (await prisma.providerLink.deleteMany({ where: { id } })).count === 1,

  removeOf: async (accountId: string): Promise<number> =>
    (await prisma.providerLink.deleteMany({ where: { accountId } })).count,
});

// Hashed first, because the blind index ignores case and the subjects of providers do not.
function indexOf(vault: Vault, { issuer, subject }: Elsewhere): Uint8Array<ArrayBuffer> {
  const text = createHash("sha256")
    .update(JSON.stringify([issuer, subject]))
    .digest("hex");
  return bytes(vault.blindIndex("provider_link.subject", text));
}

function toLink({ subjectIndex: _, ...row }: Row): ProviderLink {
  const { createdAt, lastUsedAt } = row;
  return { ...row, createdAt: toInstant(createdAt), lastUsedAt: toInstant(lastUsedAt) };
}
