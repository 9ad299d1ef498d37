import { Kind } from "graphql";
import type { ConstDirectiveNode } from "graphql";
import { categoryAt, classify } from "../../schema/classification.ts";
import type { Problem } from "../problem.ts";
import { namedTypeOf } from "../../schema/schema-elements.ts";
import type { SchemaElements, SchemaType } from "../../schema/schema-elements.ts";
import type { Subgraph } from "../../schema/subgraph.ts";

/** A type with personal data names its subject: the kind of person, and the path to the person's id. */
export function subjects(types: SchemaElements): readonly Problem[] {
  const classes = classify(types);
  return [...types.values()]
    .filter((type) => type.kind === "Object")
    .flatMap((type) => {
      const mark = markOf(type);
      const isPersonal = type.fields.some(
        ({ coordinate }) => categoryAt(classes, coordinate) !== null,
      );
      if (mark === undefined) {
        const message = "holds personal data; name the person with @subject.";
        return isPersonal ? [{ ...place(type), code: "NO_SUBJECT", message }] : [];
      }
      const path = argumentOf(mark, "id");
      if (leadsToId(types, [type.name, ...path.split(".")])) return [];
      const message = `has no id at ${JSON.stringify(path)}, where its @subject says there is one.`;
      return [{ ...place(type), code: "NO_SUBJECT_ID", message }];
    });
}

/** Subgraphs that share a type name the same subject; composition would take either. */
export function disagreeingSubjects(subgraphs: readonly Subgraph[]): readonly Problem[] {
  const said = new Map<string, Set<string>>();
  for (const type of subgraphs.flatMap(({ types }) => [...types.values()])) {
    const mark = markOf(type);
    if (mark === undefined) continue;
    const words = said.get(type.name) ?? new Set();
    said.set(type.name, words.add(`${argumentOf(mark, "kind")} at ${argumentOf(mark, "id")}`));
  }
  return [...said]
    .filter(([, words]) => words.size > 1)
    .map(([coordinate, words]) => ({
      subgraph: null,
      coordinate,
      code: "DISAGREEING_SUBJECT",
      message: `is about ${[...words].join(" and about ")}; let the subgraphs agree.`,
    }));
}

function place({ name }: SchemaType): Pick<Problem, "subgraph" | "coordinate"> {
  return { subgraph: null, coordinate: name };
}

function markOf({ directives }: SchemaType): ConstDirectiveNode | undefined {
  return directives.find((each) => each.name.value === "subject");
}

function argumentOf(directive: ConstDirectiveNode, name: string): string {
  const value = directive.arguments?.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : "";
}

function leadsToId(types: SchemaElements, [typeName, ...path]: readonly string[]): boolean {
  const [first, ...rest] = path;
  const fields = types.get(typeName ?? "")?.fields ?? [];
  const field = fields.find(({ node }) => node.name.value === first);
  if (field === undefined) return false;
  const next = namedTypeOf(field.node.type);
  return rest.length === 0 ? next === "ID" : leadsToId(types, [next, ...rest]);
}
