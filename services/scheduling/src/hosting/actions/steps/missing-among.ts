import type { Context } from "../../../context.ts";

/** The accounts that can host nothing new in the organization: they have left it, or are out of use. */
export async function missingAmong(
  { loaders }: Pick<Context, "loaders">,
  of: { readonly organizationId: string; readonly accountIds: readonly string[] },
): Promise<readonly string[]> {
  const { organizationId, accountIds } = of;
  const found = await Promise.all(
    accountIds.map(async (accountId) =>
      (await loaders.isMissing.load({ organizationId, accountId })) ? [accountId] : [],
    ),
  );
  return found.flat();
}
