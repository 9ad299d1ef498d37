import { Kind } from "graphql";
import type { ConstDirectiveNode, ConstValueNode } from "graphql";
import { directiveNames, foreignDefinitions, minimizationUrl } from "../../schema/directives.ts";
import type { Problem } from "../problem.ts";
import type { Subgraph } from "../../schema/subgraph.ts";

/**
 * The lines by which our directives travel are there, whole and under their own names. Composition
 * says nothing when one is missing: the marks would silently stay behind in the subgraph.
 */
export function headerLines({ name: subgraph, document }: Subgraph): readonly Problem[] {
  const applied = document.definitions.flatMap((each) =>
    each.kind === Kind.SCHEMA_EXTENSION || each.kind === Kind.SCHEMA_DEFINITION
      ? (each.directives ?? [])
      : [],
  );
  const links = applied.filter((each) => each.name.value === "link");
  const link = links.find((each) => text(argument(each, "url")) === minimizationUrl);
  const imports = new Set(link === undefined ? [] : importsOf(link).map((each) => each.name));
  const composed = new Set(
    applied
      .filter((each) => each.name.value === "composeDirective")
      .map((each) => text(argument(each, "name"))),
  );
  const found: Omit<Problem, "subgraph">[] = [];
  if (link === undefined) {
    const message = `does not @link ${minimizationUrl}.`;
    found.push({ coordinate: "schema", code: "NOT_LINKED", message });
  }
  for (const coordinate of directiveNames.map((each) => `@${each}`)) {
    if (link !== undefined && !imports.has(coordinate)) {
      const message = "is not in the import of our @link.";
      found.push({ coordinate, code: "NOT_IMPORTED", message });
    }
    if (!composed.has(coordinate)) {
      const message = `has no @composeDirective(name: "${coordinate}"), so its marks would be lost.`;
      found.push({ coordinate, code: "NOT_COMPOSED", message });
    }
  }
  for (const coordinate of links.flatMap(renamesOf)) {
    const message = "is imported under another name; the checks know it by its own only.";
    found.push({ coordinate, code: "RENAMED", message });
  }
  for (const coordinate of foreignDefinitions(document)) {
    const message = "is defined otherwise than the package does; leave it to subgraphSdl.";
    found.push({ coordinate, code: "REDEFINED", message });
  }
  return found.map((each) => ({ subgraph, ...each }));
}

function renamesOf(link: ConstDirectiveNode): readonly string[] {
  const renamed = importsOf(link).filter(({ name, as }) => as !== null && as !== name);
  const namespace = argument(link, "as");
  return [
    ...renamed.map(({ name }) => name),
    ...(namespace === undefined ? [] : [text(argument(link, "url")) ?? "@link"]),
  ];
}

function importsOf(link: ConstDirectiveNode): readonly { name: string; as: string | null }[] {
  const value = argument(link, "import");
  if (value?.kind !== Kind.LIST) return [];
  return value.values.map((each) => {
    if (each.kind !== Kind.OBJECT) return { name: text(each) ?? "", as: null };
    const part = (name: string) =>
      text(each.fields.find((field) => field.name.value === name)?.value);
    return { name: part("name") ?? "", as: part("as") };
  });
}

function argument(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((each) => each.name.value === name)?.value;
}

function text(value: ConstValueNode | undefined): string | null {
  return value?.kind === Kind.STRING ? value.value : null;
}
