import { looksPersonal } from "./looks-personal.ts";
import { prismaModels } from "./prisma-models.ts";
import type { Check } from "./problem.ts";
import { serviceTableNames } from "./service-tables.ts";
import { services } from "./services.ts";

/**
 * src/personal-data.ts lists each column that looks personal, by table and column. Export and erasure
 * would miss a column that is not in the list.
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
