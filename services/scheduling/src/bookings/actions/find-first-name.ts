import type { Context } from "../../context.ts";
import { type Attendee, firstName } from "../domain/attendee.ts";

/** The first name of the attendee, for callers that may not see the whole name; null when it is erased. */
export async function findFirstName(
  { loaders }: Context,
  { id }: Attendee,
): Promise<string | null> {
  const name = (await loaders.attendeeDetails.load(id))?.name;
  return name == null ? null : firstName(name);
}
