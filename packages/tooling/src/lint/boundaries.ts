import path from "node:path";
import { serviceNames } from "@tidbok/domain";
import type { Rule } from "eslint";
import { brokenRow, type Target } from "./broken-row.ts";
import { brokenOrder } from "./broken-order.ts";
import { locationOf } from "./location.ts";

type ImportNode = Rule.Node & {
  readonly source?: { readonly value?: unknown } | null;
  readonly importKind?: string;
  readonly exportKind?: string;
};

const onlyFace =
  "Of a package only its faces are imported: @tidbok/<name>, or another that its exports name.";

/**
 * docs/architecture.md, "Which folder may import which". Looks at every import, `export … from` and
 * `import()` with a fixed name. `root` is the repository's folder.
 */
export function boundaries(root: string): Rule.RuleModule {
  return {
    meta: { type: "problem", schema: [] },
    create(context) {
      const file = path.relative(root, context.filename);
      const check = (node: ImportNode) => {
        const source = node.source?.value;
        if (typeof source !== "string") return;
        const isTypeOnly = node.importKind === "type" || node.exportKind === "type";
        const message = brokenSentence({ file, source, isTypeOnly });
        if (message !== null) context.report({ node, message });
      };
      return {
        ImportDeclaration: check,
        ImportExpression: check,
        ExportNamedDeclaration: check,
        ExportAllDeclaration: check,
      } as Rule.RuleListener;
    },
  };
}

type Import = { readonly file: string; readonly source: string; readonly isTypeOnly: boolean };

function brokenSentence({ file, source, isTypeOnly }: Import): string | null {
  const from = locationOf(file);
  const target = targetOf({ file, source, isTypeOnly });
  if (target.location !== null) {
    const broken = brokenOrder(from, target.location);
    if (broken !== null) return broken;
    const leaves = from.unit !== null && target.location.unit !== from.unit;
    if (leaves && !/^@tidbok\/[^/]+(\/[a-z-]+)?$/.test(source)) return onlyFace;
  }
  return brokenRow(from, target);
}

function targetOf({ file, source, isTypeOnly }: Import): Target {
  if (source.startsWith(".")) {
    const location = locationOf(path.join(path.dirname(file), source));
    return { location, vendor: null, isTypeOnly };
  }
  const own = /^@tidbok\/([^/]+)/.exec(source)?.[1];
  if (own !== undefined) return { location: locationOf(unitOf(own)), vendor: null, isTypeOnly };
  return { location: null, vendor: vendorOf(source), isTypeOnly };
}

function unitOf(name: string): string {
  if (name === "gateway" || name === "infra") return name;
  return `${serviceNames.some((service) => service === name) ? "services" : "packages"}/${name}/src/index.ts`;
}

function vendorOf(source: string): string {
  return source
    .split("/")
    .slice(0, source.startsWith("@") ? 2 : 1)
    .join("/");
}
