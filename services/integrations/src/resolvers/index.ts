import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { Booking } from "./booking.ts";
import { Delivery } from "./delivery.ts";
import { Organization } from "./organization.ts";

export const resolvers: Resolvers<Context> = { Booking, Delivery, Organization };
