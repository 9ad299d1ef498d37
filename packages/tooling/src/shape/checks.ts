import { listedCodes } from "../errors/listed-codes.ts";
import { importCircles } from "../imports/import-circles.ts";
import { steps } from "../imports/steps.ts";
import { links } from "../prose/links.ts";
import { pronounLimits } from "../prose/pronoun-limits.ts";
import { absolutePaths } from "./absolute-paths.ts";
import { configured } from "./configured.ts";
import { decisions } from "./decisions.ts";
import { describedSchema } from "./described-schema.ts";
import { documentedExports } from "./documented-exports.ts";
import { eventsTold } from "./events-told.ts";
import { fileLengths } from "./file-lengths.ts";
import { fileNames } from "./file-names.ts";
import { folderSizes } from "./folder-sizes.ts";
import { heldColumns } from "./held-columns.ts";
import { lineWidths } from "./line-widths.ts";
import { mutations } from "./mutations.ts";
import { names } from "./names.ts";
import { readmeSections } from "./readme-sections.ts";
import { sealedColumns } from "./sealed-columns.ts";
import { serviceFiles } from "./service-files.ts";
import { serviceTables } from "./service-tables.ts";
import type { Check } from "./problem.ts";

/** All that check-shape looks at. */
export const checks: readonly Check[] = [
  serviceFiles,
  serviceTables,
  readmeSections,
  configured,
  eventsTold,
  mutations,
  steps,
  importCircles,
  describedSchema,
  sealedColumns,
  heldColumns,
  names,
  fileNames,
  fileLengths,
  folderSizes,
  lineWidths,
  links,
  pronounLimits,
  listedCodes,
  documentedExports,
  decisions,
  absolutePaths,
];
