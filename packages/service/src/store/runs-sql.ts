/** The part of a Prisma client, or of one of its transactions, that runs SQL. */
export type RunsSql = {
  $executeRaw(query: TemplateStringsArray, ...values: unknown[]): Promise<number>;
  $queryRaw<Result>(query: TemplateStringsArray, ...values: unknown[]): Promise<Result>;
};
