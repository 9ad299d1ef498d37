import { gzipSync } from "node:zlib";
import type { PageAssets, PageModule } from "../src/server/create-pages.ts";
import type { BuiltFile } from "./build-page.ts";

const kb = 1_000;
// Section 3 of the specification: pages that a link leads to; the booking page names a smaller one itself.
const usual = 35;
const styleKb = 6;
const laterKb = 8;
const embedKb = 3;

type Built = {
  readonly modules: readonly PageModule[];
  readonly assets: Readonly<Record<string, PageAssets>>;
  readonly files: readonly BuiltFile[];
};

/** What weighs more than it may, gzipped, in words. */
export function budgetProblems({ modules, assets, files }: Built): readonly string[] {
  const sizes = new Map(files.map(({ name, content }) => [name, gzippedKb(content)]));
  return modules.flatMap(({ name, page: { budgetKb = usual } }) => {
    const { css = "", scripts = {} } = assets[name] ?? {};
    const starts = Object.values(scripts).map((script) => script.replace("/assets/", ""));
    const later = [...sizes.keys()].filter(
      (file) => file.startsWith(`${name}.`) && !starts.includes(file),
    );
    return [
      ...starts.map((file) => over({ file, size: sizes.get(file) ?? 0, budget: budgetKb })),
      ...later.map((file) => over({ file, size: sizes.get(file) ?? 0, budget: laterKb })),
      over({ file: `the style of ${name}`, size: gzippedKb(css), budget: styleKb }),
    ].flat();
  });
}

/** Whether the script that other sites load weighs more than it may, in words. */
export function embedProblems({ name, content }: BuiltFile): readonly string[] {
  return over({ file: `embed/${name}`, size: gzippedKb(content), budget: embedKb });
}

type Weighed = { readonly file: string; readonly size: number; readonly budget: number };

function over({ file, size, budget }: Weighed): readonly string[] {
  if (size <= budget) return [];
  return [`${file} weighs ${size.toFixed(1)} KB gzipped; its budget is ${budget} KB`];
}

function gzippedKb(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length / kb;
}
