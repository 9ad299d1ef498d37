import { input, isId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { type MeetingType, isKnownTo } from "../domain/meeting-type.ts";

/** The meeting type; null if it does not exist or the caller may not know of it. */
export async function findMeetingType(
  context: Context,
  query: { readonly id: string } | { readonly organizationId: string; readonly slug: string },
): Promise<MeetingType | null> {
  const meetingType = "id" in query ? await byId(context, query.id) : await bySlug(context, query);
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
