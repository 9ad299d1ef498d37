import { domainErrorIn } from "@tidbok/domain";
import { type GraphQLError, type GraphQLFormattedError } from "graphql";
import type { ErrorCode } from "./error-codes.ts";
import { wordsOfDocument } from "./words-of-document.ts";
import { wordsOfRequest } from "./words-of-request.ts";

// Codes of the GraphQL server itself. It says what is wrong with the client's own request; the words are ours.
const ofTheRequest: ReadonlyMap<unknown, (error: GraphQLFormattedError) => string> = new Map<
  ErrorCode | "BAD_REQUEST",
  (error: GraphQLFormattedError) => string
>([
  ["GRAPHQL_PARSE_FAILED", wordsOfDocument],
  ["GRAPHQL_VALIDATION_FAILED", wordsOfDocument],
  ["OPERATION_RESOLUTION_FAILURE", ({ message }) => message],
  ["BAD_REQUEST", ({ message }) => wordsOfRequest(message)],
  // Clients look for this very word, and send the whole document then.
  ["PERSISTED_QUERY_NOT_FOUND", () => "PersistedQueryNotFound"],
]);
// Apollo Server gives these no code.
const ofPersistedQueries = /^(Unsupported persisted query version|provided sha does not match)/;

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
  if (typeof code === "string" && isOurs(error)) {
    return { message: formatted.message, ...place, extensions: { ...rest, code } };
  }
  const known = ofPersistedQueries.test(formatted.message) ? "BAD_REQUEST" : code;
  const words = ofTheRequest.get(known);
  if (words) return { message: words(formatted), ...place, extensions: { ...rest, code: known } };
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
