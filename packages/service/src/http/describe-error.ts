import { domainErrorIn, InvalidInput, type DomainError } from "@tidbok/domain";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "../create-logger.ts";
import { isUnavailable } from "../store/is-unavailable.ts";

/**
 * What the gateway may hear of an error: a DomainError's own words and code; of anything else only
 * that it happened, and the request id to look for in the log.
 */
export function describeError(
  error: GraphQLError,
  { requestId, log }: { requestId: string; log: Logger },
): GraphQLFormattedError {
  const path = error.path ? { path: error.path } : {};
  const cause = domainErrorIn(error);
  if (cause) {
    const fact = withPath(cause, error.message);
    return { message: fact.message, ...path, extensions: { ...fact.details, code: fact.code } };
  }
  const failure = foreignErrorIn(error);
  if (!failure) {
    log.warn({ requestId, code: "GRAPHQL_INVALID" }, "a request was not valid GraphQL");
    return { message: "The request is not valid.", ...path, extensions: { code: "BAD_REQUEST" } };
  }
  log.error({ requestId, err: failure }, "a request failed");
  if (isUnavailable(failure)) {
    const message = "The service is busy or starting. Try again in a moment.";
    return { message, ...path, extensions: { code: "SERVICE_UNAVAILABLE" } };
  }
  return {
    message: "Something went wrong on our side.",
    ...path,
    extensions: { code: "INTERNAL", correlationId: requestId },
  };
}

// graphql-js wraps its own complaint about a variable in another one of its own.
function foreignErrorIn(error: GraphQLError): Error | undefined {
  const { originalError } = error;
  return originalError instanceof GraphQLError ? foreignErrorIn(originalError) : originalError;
}

/** The errors that Mercurius found before it executed anything; it hides them inside one of its own. */
export function unwrapErrors(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  return errors.flatMap((error) => {
    const cause = error.originalError as Unexecuted | undefined;
    return cause?.code === "MER_ERR_GQL_VALIDATION" ? (cause.errors ?? [error]) : [error];
  });
}

type Unexecuted = Error & { readonly code?: string; readonly errors?: readonly GraphQLError[] };

// A scalar cannot know where it stands; graphql-js says so in the text around its error.
function withPath(fact: DomainError, message: string): DomainError {
  const where = [...message.matchAll(/ at "input\.([\w.[\]]+)"/g)].at(-1)?.[1];
  const [first] = (fact.details["problems"] ?? []) as {
    path: string;
    code: string;
    message: string;
  }[];
  if (!(fact instanceof InvalidInput) || !where || !first || first.path !== "") return fact;
  return new InvalidInput([{ ...first, path: where.replace(/\[(\d+)\]/g, ".$1") }]);
}
