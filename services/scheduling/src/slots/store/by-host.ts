/** What there is of each host, in the order of the rows. */
export function byHost<Row extends { readonly host_id: string }, Value>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
): ReadonlyMap<string, readonly Value[]> {
  const hosts = new Map<string, Value[]>();
  for (const row of rows) {
    const values = hosts.get(row.host_id);
    if (values) values.push(valueOf(row));
    else hosts.set(row.host_id, [valueOf(row)]);
  }
  return hosts;
}
