export { createClient, type Ask, type ClientOptions, type Tokens } from "./create-client.ts";
export { createAttempt } from "./create-attempt.ts";
export { GraphError, type GraphProblem } from "./graph-error.ts";
export type { Answer, Fetch, Withheld } from "./create-transport.ts";
export type { TypedDocument, VariablesArgument } from "./typed-document.ts";
