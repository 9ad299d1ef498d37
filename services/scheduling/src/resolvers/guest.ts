import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { ShownGuest } from "../bookings/domain/guest.ts";

export const Guest: Resolvers<Context>["Guest"] = {
  name: async ({ id }: ShownGuest, _, { loaders }) =>
    (await loaders.attendeeDetails.load(id))?.name,
  email: async ({ id }: ShownGuest, _, { loaders }) =>
    (await loaders.attendeeDetails.load(id))?.email,
  hasLeft: ({ leftAt }: ShownGuest) => leftAt !== null,
  link: (guest: ShownGuest) => guest,
};

export const GuestLink: Resolvers<Context>["GuestLink"] = {
  guestId: ({ id }: ShownGuest) => id,
  url: async (guest: ShownGuest, _, { manageLinks }) => (await manageLinks.mint(guest)).url,
};
