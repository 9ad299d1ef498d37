import { domainErrorIn } from "@tidbok/domain";
import { type GraphQLError, type GraphQLFormattedError } from "graphql";
import type { ErrorCode } from "./error-codes.ts";

// Codes of the GraphQL server itself, with messages that speak of the client's own request only.
const ofTheDocument: ReadonlySet<string> = new Set<ErrorCode | "BAD_REQUEST">([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/** What a client hears of an error: a stable code and plain words; no service, no stack, no internals. */
export function publicError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const place = {
    ...(formatted.path ? { path: pathInTheGraph(formatted.path) } : {}),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
  };
  const fact = domainErrorIn(error);
  if (fact) {
    return { message: fact.message, ...place, extensions: { ...fact.details, code: fact.code } };
  }
  const { code, stacktrace: _, serviceName: __, ...rest } = formatted.extensions ?? {};
  if (typeof code === "string" && (ofTheDocument.has(code) || isOurs(error))) {
    return { message: formatted.message, ...place, extensions: { ...rest, code } };
  }
  if (code === "BAD_USER_INPUT") {
    // Its message repeats a variable's value.
    const message = "Some of what was sent is not valid.";
    return { message, ...place, extensions: { code: "INVALID_INPUT", problems: [] } };
  }
  return {
    message: "Something went wrong on our side.",
    ...place,
    extensions: { code: "INTERNAL" },
  };
}

// A field of another service fails below the list of entities that the gateway asked that service for;
// clients do not know of that list.
function pathInTheGraph(path: readonly (string | number)[]): readonly (string | number)[] {
  const at = path.indexOf("_entities");
  return at === -1 ? path : [...path.slice(0, at), ...path.slice(at + 2)];
}

// Services word their errors for the public themselves (see the shell's describeError), and the
// federation library marks what came from one of them.
function isOurs(error: unknown): boolean {
  const extensions = (error as GraphQLError | undefined)?.extensions ?? {};
  return "serviceName" in extensions;
}
