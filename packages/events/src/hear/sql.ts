/**
 * Runs a query inside a transaction and gives its rows; values become parameters. Prisma's
 * `transaction.$queryRaw` is one: `(query, ...values) => transaction.$queryRaw(query, ...values)`.
 */
export type Sql = <Row>(query: TemplateStringsArray, ...values: unknown[]) => Promise<Row[]>;

/** Runs work in one transaction of the service's own store, which commits or rolls back whole. */
export type InTransaction<Context> = <Result>(
  work: (step: { readonly context: Context; readonly sql: Sql }) => Promise<Result>,
) => Promise<Result>;
