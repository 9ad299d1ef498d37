/** A column, its type without `?` and `[]`, and its doc comment. */
export type PrismaColumn = {
  readonly name: string;
  /** Its name in the database. */
  readonly column: string;
  readonly type: string;
  readonly comment: string;
};

/** A model, its table and its doc comment. */
export type PrismaModel = {
  readonly name: string;
  readonly table: string;
  readonly comment: string;
  readonly columns: readonly PrismaColumn[];
};

/** The models of a Prisma schema. Fields of a relation are among the columns, by their model's type. */
export function prismaModels(schema: string): readonly PrismaModel[] {
  const blocks = schema.matchAll(/((?:^\/\/\/.*\n)*)^model (\w+) \{\n([\s\S]*?)^\}/gm);
  return [...blocks].map(([, comment = "", name = "", body = ""]) => ({
    name,
    comment: comment.trim(),
    table: /@@map\("([^"]+)"\)/.exec(body)?.[1] ?? name,
    columns: columnsOf(body),
  }));
}

function columnsOf(body: string): readonly PrismaColumn[] {
  const columns: PrismaColumn[] = [];
  let above: string[] = [];
  for (const line of body.split("\n").map((each) => each.trim())) {
    if (line.startsWith("///")) above.push(line);
    const [, name, type] = /^([a-z]\w*)\s+(\w+)/i.exec(line) ?? [];
    if (name === undefined || type === undefined) continue;
    const behind = /\/\/\/.*$/.exec(line)?.[0] ?? "";
    const column = /@map\("([^"]+)"\)/.exec(line)?.[1] ?? name;
    columns.push({ name, column, type, comment: [...above, behind].join(" ") });
    above = [];
  }
  return columns;
}
