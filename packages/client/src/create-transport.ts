import { GraphError, type GraphProblem } from "./graph-error.ts";

/** What an operation gives: the data, and what was left out of it. */
export type Answer<Data> = {
  readonly data: Data;
  /** What the graph withheld from this caller. A field that is null and not named here is empty. */
  readonly withheld: readonly Withheld[];
  /** How many fields were withheld; visitors get this number without the list. */
  readonly withheldCount: number;
};

/** A field that was left out, by its coordinate (`Attendee.email`), why, and what to do about it. */
export type Withheld = {
  readonly coordinate: string;
  /** `mask` where a part of the value came, such as the initials of a name. */
  readonly action: "hide" | "mask";
  readonly reason: string;
  /** What to do about it in words, and the same as a code with parameters; null where nothing helps. */
  readonly remedy: string | null;
  readonly remedyCode: string | null;
  readonly remedyParameters: Readonly<Record<string, unknown>> | null;
};

/** The part of the global `fetch` that this package uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** An operation on its way. */
export type Operation = {
  readonly query: string;
  readonly variables: object;
  readonly accessToken?: string | undefined;
};

type Body<Data> = {
  readonly data?: Data | null;
  readonly errors?: readonly GraphProblem[];
  readonly extensions?: { readonly privacy?: { readonly withheld?: Summary } };
};

// A visitor is told how many fields were withheld, and no more.
type Summary = readonly Withheld[] | { readonly count: number };

const pauses = [300, 1_500];

/** Sends operations over HTTP: one request each, and for queries up to two more when no answer came. */
export function createTransport({
  url = "/graphql",
  credentials = "same-origin",
  fetch: send = (to, init) => fetch(to, init),
}: {
  readonly url?: string;
  readonly credentials?: RequestCredentials;
  readonly fetch?: Fetch;
}) {
  async function once<Data>({ query, variables, accessToken }: Operation): Promise<Answer<Data>> {
    let body: Body<Data>;
    try {
      const response = await send(url, {
        method: "POST",
        credentials,
        headers: {
          "content-type": "application/json",
          ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
        },
        body: JSON.stringify({ query, variables }),
      });
      body = (await response.json()) as Body<Data>;
    } catch (error) {
      throw failure(error instanceof SyntaxError ? "BAD_ANSWER" : "UNREACHABLE", error);
    }
    const { data, errors, extensions } = body;
    if (errors?.length || data == null) throw new GraphError(errors ?? [], data);
    const withheld = extensions?.privacy?.withheld ?? [];
    return "count" in withheld
      ? { data, withheld: [], withheldCount: withheld.count }
      : { data, withheld, withheldCount: withheld.length };
  }

  return async <Data>(operation: Operation): Promise<Answer<Data>> => {
    const isMutation = /^\s*mutation\b/.test(operation.query);
    for (const pause of isMutation ? [] : pauses) {
      try {
        return await once(operation);
      } catch (error) {
        const wait = pauseAfter(error, pause);
        if (wait === null) throw error;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
    return once(operation);
  };
}

// A refusal stays one however often it is asked for; a busy platform says when it will be less so.
function pauseAfter(error: unknown, pause: number): number | null {
  if (!(error instanceof GraphError)) return null;
  if (!["UNREACHABLE", "BAD_ANSWER", "SERVICE_UNAVAILABLE"].includes(error.code)) return null;
  const asked = (error.retryAfterSeconds ?? 0) * 1_000;
  return asked > 5_000 ? null : Math.max(asked, pause);
}

function failure(code: "UNREACHABLE" | "BAD_ANSWER", cause: unknown): GraphError {
  const message = code === "UNREACHABLE" ? "No answer came." : "What answered was not the graph.";
  const error = new GraphError([{ message, extensions: { code } }]);
  error.cause = cause;
  return error;
}
