type Makers<Client> = Readonly<Record<string, (client: Client) => unknown>>;

type Made<Of extends Makers<never>> = { readonly [Name in keyof Of]: ReturnType<Of[Name]> };

/**
 * For `createTransactionalStore`: tables that are made when they are first used, because a transaction uses a few of a
 * service's many tables.
 */
export function lazyTables<Client, Of extends Makers<Client>>(
  makers: Of & Makers<Client>,
): (client: Client) => Made<Of> {
  return (client) => {
    const tables = {};
    for (const [name, make] of Object.entries(makers)) {
      let table: unknown;
      Object.defineProperty(tables, name, { get: () => (table ??= make(client)) });
    }
    return tables as Made<Of>;
  };
}
