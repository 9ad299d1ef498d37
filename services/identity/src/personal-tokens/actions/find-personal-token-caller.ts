import { validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { dayOf } from "../../grants/domain/day-of.ts";
import { countingScopes } from "../domain/personal-token.ts";
import { findPerson } from "../../apps/actions/find-person.ts";
import type { ClientCaller } from "../../apps/actions/find-client-caller.ts";
import { requireGateway } from "../../callers/domain/require-gateway.ts";

const schema = z.strictObject({ token: z.string().max(200, "must have 200 characters at most") });

/** The caller behind a personal token; null if it has expired or was revoked, or if its person is deactivated. */
export async function findPersonalTokenCaller(
  context: Context,
  given: unknown,
): Promise<ClientCaller | null> {
  const { store, secrets, now } = context;
  requireGateway(context.caller);
  const { token } = validate(schema, given);
  const found = await store.personalTokens.findByHash(secrets.hashOf(token), now);
  const person = found && (await findPerson(context, found.accountId));
  if (!found || !person) return null;
  const { id: clientId, accountId } = found;
  const { memberships } = person;
  if (found.lastUsedOn !== dayOf(now)) await store.personalTokens.use(clientId, dayOf(now));
  const scopes = countingScopes(found.scopes, memberships);
  return { clientId, accountId, purpose: "provide.integrate", scopes, memberships };
}
