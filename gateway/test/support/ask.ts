import { runningPlatform } from "./running-platform.ts";

/** GraphQL's answer; `data` is loose, since a test says what it expects of it. */
export type Answer = {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly [key: string]: unknown };
  }[];
  readonly extensions?: {
    readonly privacy?: { readonly withheld: unknown };
    readonly [key: string]: unknown;
  };
};

/** An operation and its credential: an access token or manage link, a cookie, or nothing. */
export type Asked = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Sends an operation to the platform's public address and gives the HTTP response. */
export function post({ query, variables, token, headers }: Asked): Promise<Response> {
  return fetch(runningPlatform().graphql, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
}

/** The answer to an operation, with its errors. */
export async function ask(asked: Asked): Promise<Answer> {
  return (await (await post(asked)).json()) as Answer;
}

/** The data of an operation that must succeed. */
export async function demand(asked: Asked): Promise<Answer["data"]> {
  const { data, errors } = await ask(asked);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** The code of the one error of an operation that must fail. */
export async function refused(asked: Asked): Promise<string> {
  const { errors } = await ask(asked);
  if (errors?.length !== 1) throw new Error(`not refused once: ${JSON.stringify(errors)}`);
  return errors[0]?.extensions.code ?? "";
}

/** The answer as text, without what the caller's budget was after it: that differs each time. */
export async function textWithoutBudget(response: Response): Promise<string> {
  return (await response.text()).replace(/"remaining":\d+,"resetAt":"[^"]+"/, '"remaining":0');
}
