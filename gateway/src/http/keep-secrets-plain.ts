import type { ApolloServerPlugin } from "@apollo/server";
import type { DataCategory, Rules } from "@tidbok/minimization";
import type { GatewayContext } from "../context.ts";

const secrets: ReadonlySet<DataCategory> = new Set([
  "CALENDAR_LINK",
  "MANAGE_LINK",
  "SESSION_CREDENTIAL",
]);

/**
 * Marks answers that may hold a secret as `no-transform`: those to mutations, which hand out tokens, and those to queries that
 * name a field with a secret. Neither the gateway nor a proxy compresses them
 * ([decision 49](../../../docs/decisions/0049-answers-with-secrets-are-not-compressed.md)).
 */
export function keepSecretsPlain({
  fields,
}: Pick<Rules, "fields">): ApolloServerPlugin<GatewayContext> {
  const names = [...fields]
    .filter(([, category]) => secrets.has(category))
    .map(([coordinate]) => coordinate.split(".")[1]);
  const named = new RegExp(`\\b(?:${names.join("|")})\\b`);
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ operation, source = "", response }) => {
        if (operation?.operation !== "mutation" && !named.test(source)) return;
        response.http.headers.set("cache-control", "no-store, no-transform");
      },
    }),
  };
}
