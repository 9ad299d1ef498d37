import { looksPersonal } from "./looks-personal.ts";
import type { Check } from "./problem.ts";
import { prismaModels } from "./prisma-models.ts";
import { services } from "./services.ts";
import { serviceTableNames } from "./service-tables.ts";

/**
 * A column that looks personal is sealed (`Bytes`) or says by `/// @nonPersonal <reason>` why it is
 * not; so does JSON, which may hold anything. A model says what a row means.
 */
export const sealedColumns: Check = (tree) =>
  services(tree).flatMap((service) => {
    const path = `services/${service}/prisma/schema.prisma`;
    const models = prismaModels(tree.read(path));
    return models.flatMap((model) => [
      ...(model.comment === ""
        ? [{ path, message: `${model.name} has no /// comment; say what a row means` }]
        : []),
      ...(serviceTableNames.some((table) => table === model.table) ? [] : model.columns)
        .filter(({ type }) => type === "String" || type === "Json")
        .filter(({ name, type }) => type === "Json" || looksPersonal(name))
        .filter(({ comment }) => !/@nonPersonal\s+\S/.test(comment))
        .map(({ name, type }) => ({
          path,
          message: `${model.name}.${name} is ${type} and looks personal; seal it (Bytes), or say why not: /// @nonPersonal <reason>`,
        })),
    ]);
  });
