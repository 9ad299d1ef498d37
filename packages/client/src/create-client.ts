import { GraphError } from "./graph-error.ts";
import { createTransport, type Answer, type Fetch } from "./create-transport.ts";
import type { TypedDocument, VariablesArgument } from "./typed-document.ts";

/** Asks the graph. Throws GraphError when any part of the operation failed. */
export type Ask = <Data, Variables>(
  document: TypedDocument<Data, Variables>,
  ...variables: VariablesArgument<Variables>
) => Promise<Answer<Data>>;

/** Where the graph is, and as whom it is asked. */
export type ClientOptions = {
  /** The address of the graph; by default `/graphql` of the page's own origin, with its session cookie. */
  readonly url?: string;
  /** `omit` asks as a visitor, whatever cookie the browser holds; by default the page's own cookie is sent. */
  readonly credentials?: "omit" | "same-origin" | "include";
  /** An access token, a manage link's token, a personal token, or tokens of a log-in with `delivery: TOKENS`. */
  readonly tokens?: Tokens;
  /** How requests are sent; by default the global `fetch`. */
  readonly fetch?: Fetch;
};

/** What stands in `Authorization`. With `refreshToken` the client exchanges expired access tokens by itself. */
export type Tokens = {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** Called with the new pair, to be stored before the old one is forgotten: a refresh token works once. */
  readonly onRefresh?: (tokens: { accessToken: string; refreshToken: string }) => void;
};

const refresh = `mutation Refresh($input: RefreshSessionInput!) {
  refreshSession(input: $input) { accessToken refreshToken } }`;

type Refreshed = { refreshSession: { accessToken: string; refreshToken: string } };

/**
 * A client of the graph. Queries are sent again, twice at most, when no answer came or the platform had too much to do;
 * mutations never are (`createAttempt` makes repeating safe). An expired access token is exchanged once for all
 * operations that wait, and each of them is then sent again.
 */
export function createClient({ tokens, ...options }: ClientOptions = {}): { readonly ask: Ask } {
  const send = createTransport(options);
  let accessToken = tokens?.accessToken;
  let refreshToken = tokens?.refreshToken;
  let refreshing: Promise<void> | undefined;

  async function exchange(token: string): Promise<void> {
    const variables = { input: { refreshToken: token } };
    const { data } = await send<Refreshed>({ query: refresh, variables });
    accessToken = data.refreshSession.accessToken;
    refreshToken = data.refreshSession.refreshToken;
    tokens?.onRefresh?.(data.refreshSession);
  }

  async function ask<Data>(document: { toString(): string }, variables: object = {}) {
    const query = document.toString();
    const used = accessToken;
    try {
      return await send<Data>({ query, variables, accessToken: used });
    } catch (error) {
      const isOver = error instanceof GraphError && error.code === "UNAUTHENTICATED";
      if (!isOver || refreshToken === undefined) throw error;
      // Another operation may have exchanged the token meanwhile.
      if (accessToken === used) {
        refreshing ??= exchange(refreshToken).finally(() => (refreshing = undefined));
        await refreshing;
      }
      return send<Data>({ query, variables, accessToken });
    }
  }
  return { ask: ask as Ask };
}
