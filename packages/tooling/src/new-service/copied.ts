import { shellPart } from "../shape/shell-part.ts";
import type { Tree } from "../shape/tree.ts";
import type { ServiceToWrite } from "./service-to-write.ts";

/** What is the same in every service, from the one that exists: dependencies, shell, settings. */
export function copied(tree: Tree, { name, model, now }: ServiceToWrite): Record<string, string> {
  const read = (file: string) => tree.read(`services/${model}/${file}`);
  const migrations = tree
    .below(`services/${model}/prisma/migrations`)
    .filter((file) => file.endsWith(".sql"))
    .map((file) => shellPart(tree.read(file)));
  const prisma = read("prisma/schema.prisma");
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  return {
    "package.json": read("package.json").replaceAll(model, name),
    "tsconfig.json": read("tsconfig.json"),
    "prisma/schema.prisma": `${prismaHead(prisma)}// shell: begin\n${shellPart(prisma)}// shell: end\n`,
    "prisma/migrations/migration_lock.toml": read("prisma/migrations/migration_lock.toml"),
    [`prisma/migrations/${stamp}_shell/migration.sql`]: `-- shell: begin\n${migrations.join("\n")}-- shell: end\n`,
  };
}

function prismaHead(schema: string): string {
  return [...schema.matchAll(/^(?:generator|datasource) \w+ \{[\s\S]*?^\}\n/gm)]
    .map(([block]) => `${block}\n`)
    .join("");
}
