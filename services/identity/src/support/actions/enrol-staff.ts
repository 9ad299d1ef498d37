import { input, newId, NotFound, validate } from "@tidbok/domain";
import { inTransaction, type Tells } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { enrolmentLifetime } from "../domain/support-access.ts";
import { endSessionsOf } from "../../sessions/actions/steps/end-sessions-of.ts";

/** What an operator's command line may use. */
export type Operating = Pick<Context, "store" | "links" | "now" | "traceparent">;

/** An enrolled agent, and the link that an operator hands over: valid once and for a day. */
export type Enrolled = { readonly staffId: string; readonly link: string };

const schema = z.strictObject({ name: input.line(120) });

/** Makes an account for a support agent, which nothing but a passkey will let in. */
export async function enrolStaff(operating: Operating, given: unknown): Promise<Enrolled> {
  const { name } = validate(schema, given);
  const staffId = newId();
  return inTransaction(operating, async (operating) => {
    await operating.store.staff.insert({ id: staffId, name }, operating.now);
    return invite(operating, staffId);
  });
}

/** Ends what an agent had, all passkeys and sessions, and lets them come anew. Throws NotFound. */
export async function enrolStaffAgain(operating: Operating, staffId: string): Promise<Enrolled> {
  return inTransaction(operating, async (operating) => {
    await withdrawStaff(operating, staffId);
    return invite(operating, staffId);
  });
}

/** Ends what an agent had, links not followed yet included. Throws NotFound. */
export async function endStaff(operating: Operating, staffId: string): Promise<void> {
  await inTransaction(operating, (operating) => withdrawStaff(operating, staffId));
}

async function withdrawStaff(operating: Operating & Tells, staffId: string): Promise<void> {
  const { store, now } = operating;
  if (!input.id.safeParse(staffId).success || !(await store.staff.isStaff(staffId))) {
    throw new NotFound("agent");
  }
  await store.staff.withdrawEnrolments(staffId);
  await store.passkeys.removeOf(staffId);
  const open = await store.supportAccesses.findOpen(staffId, now);
  if (open) await store.supportAccesses.end(open.id, now);
  await endSessionsOf(operating, { accountId: staffId, but: null });
}

async function invite({ store, links, now }: Operating, staffId: string): Promise<Enrolled> {
  const id = newId();
  await store.staff.invite({ id, accountId: staffId }, now + enrolmentLifetime);
  return { staffId, link: links.url("enrol", id) };
}
