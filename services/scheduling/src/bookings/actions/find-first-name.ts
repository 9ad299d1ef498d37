import type { Context } from "../../context.ts";
import type { Attendee } from "../domain/attendee.ts";
import { firstName } from "../domain/first-name.ts";

/** What the attendee is called by those who are told no more; null where the name is erased. */
export async function findFirstName(
  { loaders }: Context,
  { id }: Attendee,
): Promise<string | null> {
  const name = (await loaders.attendeeDetails.load(id))?.name;
  return name == null ? null : firstName(name);
}
