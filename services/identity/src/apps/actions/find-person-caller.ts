import { input, validate, type Membership } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { findPerson } from "./find-person.ts";
import { requireGateway } from "../../callers/domain/require-gateway.ts";

/** A person in whose name something is read while they are not there. */
export type PersonCaller = {
  readonly accountId: string;
  readonly memberships: readonly Membership[];
};

const schema = z.object({ accountId: input.id });

/** What a person may do now; null where there is none, or they are away or erased. */
export async function findPersonCaller(
  context: Context,
  given: unknown,
): Promise<PersonCaller | null> {
  requireGateway(context.caller);
  const { accountId } = validate(schema, given);
  const person = await findPerson(context, accountId);
  return person && { accountId, memberships: person.memberships };
}
