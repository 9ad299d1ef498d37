import { domainErrorIn, type InputProblem } from "@tidbok/domain";
import {
  getVariableValues,
  Kind,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  visit,
} from "graphql";

/**
 * Every variable that does not fit its type, with its path and a code, and without its value: what
 * graphql-js says of a variable repeats what was sent, which may be a person's name. Paths are those
 * that the services tell: they begin with the argument's name, and below `input`.
 */
export function variableProblems(
  { schema, operation }: { schema: GraphQLSchema; operation: OperationDefinitionNode },
  variables: Readonly<Record<string, unknown>>,
): InputProblem[] {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return [];
  const { errors } = getVariableValues(schema, definitions, variables, { maxErrors: 50 });
  if (!errors) return [];
  const argumentOf = argumentsOf(operation);
  return errors.map(problemOf).map((problem) => {
    const [variable = "", ...below] = problem.path.split(".");
    const place = [argumentOf.get(variable) ?? variable, ...below];
    return { ...problem, path: (place[0] === "input" && below[0] ? below : place).join(".") };
  });
}

// What a client calls a variable is its own business.
function argumentsOf(operation: OperationDefinitionNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  visit(operation, {
    Argument: ({ name, value }) => {
      if (value.kind === Kind.VARIABLE) names.set(value.name.value, name.value);
    },
  });
  return names;
}

function problemOf(error: GraphQLError): InputProblem {
  const told = (domainErrorIn(error)?.details["problems"] as InputProblem[] | undefined)?.[0];
  const path = pathIn(error.message);
  if (told) return { ...told, path };
  const unknownField = /Field "(\w+)" is not defined/.exec(error.message)?.[1];
  if (unknownField) {
    const message = "is not a field of this input";
    return { path: `${path}.${unknownField}`, code: "UNKNOWN_FIELD", message };
  }
  const missing = /Field "(\w+)" of required type/.exec(error.message)?.[1];
  if (missing) return { path: `${path}.${missing}`, code: "REQUIRED", message: "must be given" };
  if (/was not provided|must not be null/.test(error.message)) {
    return { path, code: "REQUIRED", message: "must be given" };
  }
  const [code, message] = wordsOfValue(error.message);
  return { path, code, message };
}

// What fits the type, told as the services tell it (packages/domain's wordsOfIssue).
function wordsOfValue(message: string): readonly [code: string, message: string] {
  if (/ enum\.|; Enum "/.test(message)) return ["WRONG_TYPE", "must be a value of the enum"];
  if (/non 32-bit/.test(message)) {
    return ["WRONG_TYPE", "must lie between -2147483648 and 2147483647"];
  }
  const type = /; (String|Int|Float|Boolean|ID) cannot represent/.exec(message)?.[1];
  return ["WRONG_TYPE", ofType[type ?? ""] ?? "has the wrong type"];
}

const ofType: Readonly<Record<string, string>> = {
  String: "must be text",
  Int: "must be a whole number",
  Float: "must be a number",
  Boolean: "must be true or false",
  ID: "must be an id",
};

// graphql-js: Variable "$input" got invalid value … at "input.attendee.email"; …
// It names no place where the variable itself is meant.
function pathIn(message: string): string {
  const path = [...message.matchAll(/ at "([\w.[\]]+)"/g)].at(-1)?.[1];
  return path?.replace(/\[(\d+)\]/g, ".$1") ?? /Variable "\$(\w+)"/.exec(message)?.[1] ?? "";
}
