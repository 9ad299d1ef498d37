// `pnpm compose` writes this file from the SDL.
import type { EnumDifferences, Same } from "@tidbok/service";
import type { Enums } from "./enums.ts";

/** The type check names each value that the SDL and `enums.ts` do not share. */
export type SdlEnums = Same<EnumDifferences<
  {
    DeliveryKind:
      | "BOOKING_MADE"
      | "BOOKING_REQUESTED"
      | "BOOKING_CONFIRMED"
      | "BOOKING_DECLINED"
      | "BOOKING_RESCHEDULED"
      | "BOOKING_REASSIGNED"
      | "BOOKING_TIMES_PROPOSED"
      | "BOOKING_TIMES_DECLINED"
      | "BOOKING_GUEST_INVITED"
      | "BOOKING_GUEST_REMOVED"
      | "BOOKING_CANCELLED"
      | "EMAIL_VERIFICATION"
      | "INVITATION";
    DeliveryState:
      | "PENDING"
      | "SENDING"
      | "SENT"
      | "FAILED"
      | "SKIPPED";
    RecipientKind:
      | "ATTENDEE"
      | "GUEST"
      | "HOST"
      | "ACCOUNT"
      | "INVITEE";
  },
  Enums
>>;
