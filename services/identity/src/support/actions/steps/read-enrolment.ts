import type { Context } from "../../../context.ts";
import { LinkInvalid } from "../../../accounts/domain/link-errors.ts";
import type { Enrolment } from "../../domain/support-access.ts";

/** The enrolment that this link code belongs to, while it is valid. Throws LinkInvalid. */
export async function readEnrolment(
  { store, links, now }: Context,
  code: string,
): Promise<Enrolment> {
  const id = links.read("enrol", code);
  const enrolment = id === null ? null : await store.staff.findEnrolment(id, now);
  if (enrolment === null) throw new LinkInvalid();
  return enrolment;
}
