import { input, validate, type Membership } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { findPerson } from "./find-person.ts";
import { requireGateway } from "../../callers/domain/require-gateway.ts";

/** A person on whose behalf a service reads, without a request of theirs. */
export type PersonCaller = {
  readonly accountId: string;
  readonly memberships: readonly Membership[];
};

const schema = z.object({ accountId: input.id });

/** The person with their memberships; null if the account is unverified, deactivated or erased. */
export async function findPersonCaller(
  context: Context,
  given: unknown,
): Promise<PersonCaller | null> {
  requireGateway(context.caller);
  const { accountId } = validate(schema, given);
  const person = await findPerson(context, accountId);
  return person && { accountId, memberships: person.memberships };
}
