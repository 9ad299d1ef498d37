/** The codes of errors that the gateway itself answers, besides those of packages/domain. */
export const errorCodes = {
  COST_BUDGET_SPENT:
    "The operations of this minute cost too much. `extensions.cost.resetAt` says when the next may come.",
  COST_TOO_HIGH:
    "One operation costs more than allowed. Ask for fewer rows, or split the operation.",
  GRAPHQL_PARSE_FAILED: "The document is not GraphQL. The message says where.",
  GRAPHQL_VALIDATION_FAILED: "The document does not match the graph, or exceeds one of its limits.",
  MANAGE_LINK_EXPIRED: "The link of an attendee is too old. The attendee logs in or asks the host.",
  OPERATION_NOT_REGISTERED: "A service asks an operation that gateway/operations does not have.",
  OPERATION_RESOLUTION_FAILURE:
    "The document has several operations; `operationName` must choose one.",
  PERSISTED_QUERY_NOT_FOUND:
    "The gateway does not know a document of this hash. Send the hash with the whole document once.",
  REQUEST_TOO_LARGE: "The body is larger than 100 KiB.",
} as const satisfies Readonly<Record<string, string>>;

/** The code of an error that the gateway itself answers. */
export type ErrorCode = keyof typeof errorCodes;
