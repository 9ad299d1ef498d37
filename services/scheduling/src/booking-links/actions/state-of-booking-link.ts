import type { Context } from "../../context.ts";
import { stateOfLink, type BookingLink, type BookingLinkState } from "../domain/booking-link.ts";

export function stateOfBookingLink({ now }: Context, link: BookingLink): BookingLinkState {
  return stateOfLink(link, now);
}
