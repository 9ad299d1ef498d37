/** The counts of rows per organization, in the order of the organizations; 0 for one without rows. */
export function inOrder(
  organizationIds: readonly string[],
  counts: readonly { readonly organizationId: string; readonly _count: number }[],
): readonly number[] {
  const byId = new Map(counts.map((each) => [each.organizationId, each._count]));
  return organizationIds.map((id) => byId.get(id) ?? 0);
}
