import type { IdPage } from "@tidbok/service";
import { Prisma } from "../generated/prisma/client.ts";

/** The end of a statement whose conditions came before: a page of rows by this column of ids, newest first. */
export function idPageClause(
  id: Prisma.Sql,
  { after, before, isBackward, limit }: IdPage,
): Prisma.Sql {
  return Prisma.sql`
    ${after === null ? Prisma.empty : Prisma.sql`AND ${id} < ${after}::uuid`}
    ${before === null ? Prisma.empty : Prisma.sql`AND ${id} > ${before}::uuid`}
    ORDER BY ${id} ${isBackward ? Prisma.sql`ASC` : Prisma.sql`DESC`} LIMIT ${limit}`;
}
