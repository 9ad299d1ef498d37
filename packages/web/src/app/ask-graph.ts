import {
  createClient,
  GraphError,
  type TypedDocument,
  type VariablesArgument,
} from "@tidbok/client";
import { QueryCache, QueryClient, queryOptions } from "@tanstack/react-query";
import { toLogIn } from "./to-log-in.ts";

/** Asks the graph as the person that is logged in. */
export const { ask } = createClient();

/** The same for a request that must arrive although the page is left meanwhile. */
export const { ask: askWhileLeaving } = createClient({
  fetch: (url, init) => fetch(url, { ...init, keepalive: true }),
});

/** What was read lately; the client itself repeats reads that got no answer. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: toLogInWithoutSession }),
  defaultOptions: { queries: { retry: false, staleTime: 20_000, networkMode: "always" } },
});

/** A query of the graph, for `useQuery`; what it gives is the answer with what was withheld from it. */
export function graphQuery<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  ...variables: VariablesArgument<Variables>
) {
  return queryOptions({
    queryKey: [document.toString(), variables[0] ?? null],
    queryFn: () => ask(document, ...variables),
  });
}

/** Whether the session is over; then the person is on the way to the log-in already. */
export function toLogInWithoutSession(error: unknown): boolean {
  if (!(error instanceof GraphError) || error.code !== "UNAUTHENTICATED") return false;
  toLogIn();
  return true;
}
