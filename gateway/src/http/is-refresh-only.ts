import { Kind, parse, type OperationDefinitionNode } from "graphql";
import { maxTokens } from "../graph/limits.ts";
import { fragmentsOf, rootFieldsOf } from "../plan/root-fields-of.ts";

/**
 * Whether a request asks for nothing but new tokens. The refresh token in its input is its credential, so an access
 * token beside it may have expired, which is the very reason to refresh.
 */
export function isRefreshOnly(body: unknown): boolean {
  const { query, operationName } = (body ?? {}) as { query?: unknown; operationName?: unknown };
  if (typeof query !== "string" || !query.includes("refreshSession")) return false;
  try {
    const document = parse(query, { maxTokens, noLocation: true });
    const operations = document.definitions.filter(
      (each): each is OperationDefinitionNode =>
        each.kind === Kind.OPERATION_DEFINITION &&
        (!operationName || each.name?.value === operationName),
    );
    const [operation] = operations;
    if (!operation || operations.length > 1) return false;
    const fields = rootFieldsOf(operation, fragmentsOf(document)).map(({ name }) => name.value);
    return fields.length === 1 && fields[0] === "refreshSession";
  } catch {
    // The caller is told about the token first, and about the syntax once the token is right.
    return false;
  }
}
