/** What a GraphQL server answers to one operation. */
export type Answer = {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { code?: string };
  }[];
  readonly extensions?: Record<string, unknown>;
};

export type Question = {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** An access token; without it one asks as a visitor. */
  readonly token?: string;
};

/** Asks the public graph as any client does. */
export async function askGraph(
  url: string,
  { query, variables, token }: Question,
): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(30_000),
  });
  return (await response.json()) as Answer;
}

/** The data of an operation that must not fail. */
export async function demand<Data>(url: string, question: Question): Promise<Data> {
  const { data, errors } = await askGraph(url, question);
  if (errors?.length || !data) throw new Error(JSON.stringify(errors ?? "no data"));
  return data as Data;
}

/** Logs in as an app does; returns the access token. */
export async function logIn(
  url: string,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<string> {
  type LoggedIn = { logIn: { tokens: { accessToken: string } } };
  const data = await demand<LoggedIn>(url, {
    query: `mutation LogIn($input: LogInInput!) { logIn(input: $input) { tokens { accessToken } } }`,
    variables: { input: { email, password, delivery: "TOKENS" } },
  });
  return data.logIn.tokens.accessToken;
}
