// `pnpm compose` writes this file from the SDL.
import type { EnumDifferences, Same } from "@tidbok/service";
import type { Enums } from "./enums.ts";

/** The type check names each value that the SDL and `enums.ts` do not share. */
export type SdlEnums = Same<EnumDifferences<
  {
    Plan:
      | "FREE";
    SubscriptionState:
      | "ACTIVE";
  },
  Enums
>>;
