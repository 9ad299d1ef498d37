// `pnpm compose` writes this file from the SDL.
import type { EnumDifferences, Same } from "@tidbok/service";
import type { Enums } from "./enums.ts";

/** The type check names each value that the SDL and `enums.ts` do not share. */
export type SdlEnums = Same<EnumDifferences<
  {
    DataErasure:
      | "SHRED"
      | "DELETE"
      | "UNLINK";
    DataPurpose:
      | "PROVIDE_SCHEDULE"
      | "PROVIDE_NOTIFY"
      | "PROVIDE_ADMINISTER"
      | "PROVIDE_BILL"
      | "PROVIDE_INTEGRATE"
      | "RESEARCH"
      | "SUPPORT"
      | "SECURITY"
      | "LEGAL"
      | "RIGHTS";
    DataSensitivity:
      | "PERSONAL"
      | "PROTECTED"
      | "SECRET";
    DataSource:
      | "PROVIDED"
      | "OBSERVED"
      | "DERIVED";
    DataSubject:
      | "ATTENDEE"
      | "HOST"
      | "CUSTOMER";
    LegalBasis:
      | "CONTRACT"
      | "CONSENT"
      | "LEGAL_OBLIGATION"
      | "LEGITIMATE_INTEREST";
  },
  Enums
>>;
