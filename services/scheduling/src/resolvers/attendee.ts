import type { Resolver, Resolvers } from "@tidbok/service";
import { findFirstName } from "../bookings/actions/find-first-name.ts";
import { listAnswers } from "../bookings/actions/list-answers.ts";
import type { Context } from "../context.ts";
import type { Attendee as Row, AttendeeDetails } from "../bookings/domain/attendee.ts";

// The shell asks a resolver of a classified field only when the caller may know: nothing is opened in vain.
function detail(name: Exclude<keyof AttendeeDetails, "answers">): Resolver<Context> {
  return async ({ id }: Row, _, { loaders }) => (await loaders.attendeeDetails.load(id))?.[name];
}

export const Attendee: Resolvers<Context>["Attendee"] = {
  name: detail("name"),
  firstName: (attendee: Row, _, context) => findFirstName(context, attendee),
  email: detail("email"),
  phone: detail("phone"),
  timeZone: detail("timeZone"),
  locale: detail("locale"),
  cancellationReason: detail("cancellationReason"),
  answers: (attendee: Row, _, context) => listAnswers(context, attendee),
  manageUrl: async (attendee: Row, _, { manageLinks }) => (await manageLinks.mint(attendee)).url,
};
