import { domainErrorIn, type InputProblem } from "@tidbok/domain";
import {
  getVariableValues,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";

/**
 * Every variable that does not fit its type, with its path and a code, and without its value: what
 * graphql-js says of a variable repeats what was sent, which may be somebody's name.
 */
export function variableProblems(
  { schema, operation }: { schema: GraphQLSchema; operation: OperationDefinitionNode },
  variables: Readonly<Record<string, unknown>>,
): InputProblem[] {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return [];
  const { errors } = getVariableValues(schema, definitions, variables, { maxErrors: 50 });
  return (errors ?? []).map(problemOf);
}

function problemOf(error: GraphQLError): InputProblem {
  const told = (domainErrorIn(error)?.details["problems"] as InputProblem[] | undefined)?.[0];
  const place = pathIn(error.message);
  if (told) return { ...told, path: place || variableIn(error.message) };
  const unknownField = /Field "(\w+)" is not defined/.exec(error.message)?.[1];
  if (unknownField) {
    const path = place === "" ? unknownField : `${place}.${unknownField}`;
    return { path, code: "UNKNOWN_FIELD", message: "is not a field of this input" };
  }
  const missing = /Field "(\w+)" of required type/.exec(error.message)?.[1];
  if (missing) {
    const path = place === "" ? missing : `${place}.${missing}`;
    return { path, code: "REQUIRED", message: "must be given" };
  }
  if (/was not provided|must not be null/.test(error.message)) {
    return { path: place || variableIn(error.message), code: "REQUIRED", message: "must be given" };
  }
  return {
    path: place || variableIn(error.message),
    code: "WRONG_TYPE",
    message: "has the wrong type",
  };
}

// graphql-js: Variable "$input" got invalid value … at "input.attendee.email"; …
function pathIn(message: string): string {
  const path = [...message.matchAll(/ at "([\w.[\]]+)"/g)].at(-1)?.[1] ?? "";
  return path.replace(/\[(\d+)\]/g, ".$1").replace(/^input\.?/, "");
}

function variableIn(message: string): string {
  return /Variable "\$(\w+)"/.exec(message)?.[1] ?? "";
}
