import { looksPersonal } from "./looks-personal.ts";
import { prismaModels } from "./prisma-models.ts";
import type { Check } from "./problem.ts";
import { serviceTableNames } from "./service-tables.ts";
import { services } from "./services.ts";

/**
 * What looks personal in the database is in src/personal-data.ts, by table and column: a column that
 * export and erasure do not know of is one that nobody can ask for.
 */
export const heldColumns: Check = (tree) =>
  services(tree).flatMap((service) => {
    const path = `services/${service}/src/personal-data.ts`;
    if (!tree.has(path)) return [];
    const text = tree.read(path);
    return prismaModels(tree.read(`services/${service}/prisma/schema.prisma`))
      .filter(({ table }) => !serviceTableNames.some((name) => name === table))
      .flatMap(({ table, columns }) =>
        columns
          .filter(({ type }) => type === "Bytes" || type === "String" || type === "Json")
          .filter(({ name, comment }) => looksPersonal(name) && !comment.includes("@nonPersonal"))
          .filter(({ column }) => !text.includes(`"${table}"`) || !text.includes(`"${column}"`))
          .map(({ column }) => ({
            path,
            message: `lacks ${table}.${column}; export, erasure and residue must know it`,
          })),
      );
  });
