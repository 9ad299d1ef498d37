import { onBookingReassigned } from "./booking-reassigned.ts";
import { onPolicyPublished } from "./policy-published.ts";

export const reactions = [onBookingReassigned, onPolicyPublished];
