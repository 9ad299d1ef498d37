import { type ASTNode, GraphQLError, Kind, parse, visit } from "graphql";
import { schemaFiles } from "./layout.ts";
import type { Check } from "./problem.ts";
import { services } from "./services.ts";

// A question word and at most two more: "Which.", "Whose, and when."
const riddle = /^(who|whose|whom|which|when|where|why|what|how)\b\W*(\w+\W*){0,2}$/i;
const roots = new Set(["Query", "Mutation", "Subscription"]);

/** Every type, field, argument and value of the SDL has a description: it is the API's manual. */
export const describedSchema: Check = (tree) =>
  services(tree)
    .flatMap((name) => schemaFiles(tree, name))
    .flatMap((file) => undescribed(tree.read(file)).map((message) => ({ path: file, message })));

function undescribed(sdl: string): string[] {
  const found: string[] = [];
  try {
    visit(parse(sdl), {
      enter(node, _key, _parent, _path, ancestors) {
        if (!needsDescription(node)) return;
        const problem = problemOf("description" in node ? node.description?.value : undefined);
        if (problem !== null) found.push(`${coordinate([...ancestors, node])} ${problem}`);
      },
    });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [`is not SDL: ${error.message}`];
  }
  return found;
}

function problemOf(description: string | undefined): string | null {
  if (!description) return "has no description; say what it means";
  return riddle.test(description)
    ? `is described as "${description}"; name the thing and its meaning`
    : null;
}

function needsDescription(node: ASTNode): boolean {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
      return !roots.has(node.name.value);
    case Kind.FIELD_DEFINITION:
      return !node.directives?.some(({ name }) => name.value === "external");
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.ENUM_VALUE_DEFINITION:
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_VALUE_DEFINITION:
      return true;
    default:
      return false;
  }
}

function coordinate(nodes: readonly (ASTNode | readonly ASTNode[])[]): string {
  return nodes
    .flatMap((node) => ("name" in node && node.name?.kind === Kind.NAME ? [node.name.value] : []))
    .join(".");
}
