/**
 * What is wrong with a request of HTTP, in our own words, where Apollo Server words it. `extensions.code` is
 * `BAD_REQUEST` for all of them.
 */
export function wordsOfRequest(message: string): string {
  return wordings.find(([pattern]) => pattern.test(message))?.[1] ?? "The request cannot be read.";
}

const wordings: readonly (readonly [RegExp, string])[] = [
  [
    /Cross-Site Request Forgery/,
    "Send `content-type: application/json`, or any `apollo-require-preflight` header.",
  ],
  [/batch|No operations found/i, "A request holds one operation. Send several requests."],
  [
    /search parameter may only be specified once/,
    "Each parameter of the address may stand there once.",
  ],
  [/search parameter/, "`variables` and `extensions` in the address must be objects in JSON."],
  [/queries must be strings/, "`query` must be the text of a document."],
  [
    /body missing/,
    "The body must be an object in JSON with `query`, sent as `content-type: application/json`.",
  ],
  [/`variables` in/, "`variables` must be an object."],
  [/`extensions` in/, "`extensions` must be an object."],
  [/`operationName` in/, "`operationName` must be text."],
  [/non-empty `query`/, "`query` is missing: it must be the text of a document."],
  [
    /may not have a content-type/,
    "A GET request has no content type other than `application/json`.",
  ],
  [/GET requests only support/, "By GET only queries are answered. Send the operation by POST."],
  [/only GET\/POST/, "Send the request by POST, or by GET for a query."],
  [
    /'accept' header/,
    "The answer is `application/graphql-response+json` or `application/json`; `accept` allows neither.",
  ],
  [/incremental delivery/i, "`@defer` and `@stream` are not supported."],
  [/Unsupported persisted query version/, "The version of a persisted query must be 1."],
  [/sha does not match/, "`sha256Hash` is not the SHA-256 of `query`."],
];
