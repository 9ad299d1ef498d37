import { input } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { isId } from "../../schedules/domain/is-id.ts";
import type { MeetingType } from "../domain/meeting-type.ts";
import { isKnownTo } from "../domain/visibility.ts";

/** The meeting type, or null where there is none that the caller may know of. */
export async function findMeetingType(
  context: Context,
  asked: { readonly id: string } | { readonly organizationId: string; readonly slug: string },
): Promise<MeetingType | null> {
  const meetingType = "id" in asked ? await byId(context, asked.id) : await bySlug(context, asked);
  return meetingType && isKnownTo(context.caller, meetingType) ? meetingType : null;
}

async function byId({ loaders }: Context, id: string): Promise<MeetingType | null> {
  return isId(id) ? loaders.meetingType.load(id) : null;
}

async function bySlug(
  { store, loaders }: Context,
  { organizationId, slug }: { readonly organizationId: string; readonly slug: string },
): Promise<MeetingType | null> {
  if (!isId(organizationId) || !input.slug.safeParse(slug).success) return null;
  const found = await store.meetingTypes.findBySlug(organizationId, slug);
  if (found) loaders.meetingType.prime(found.id, found);
  return found;
}
