import type { Origin, PurposeNameOf, Role } from "@tidbok/domain";
import type { VerificationKind } from "./accounts/domain/verification.ts";
import type { AppPurpose } from "./apps/domain/app.ts";
import type { LogIn } from "./log-in/actions/steps/begin-session.ts";
import type { ChangeKind } from "./organizations/domain/organization-change.ts";
import type { LogInMethod } from "./sessions/domain/session.ts";
import type { SupportReason } from "./support/domain/support-access.ts";

/** The domain's type of each enum of the SDL. */
export type Enums = {
  AppPurpose: PurposeNameOf<AppPurpose>;
  BrowserFamily: Origin["browserFamily"];
  ChangeKind: ChangeKind;
  DeviceType: Origin["deviceType"];
  LogInMethod: LogInMethod;
  // Sign-up and its like answer this alone, so that the answer tells nothing of the address.
  NextStep: "CHECK_MAIL";
  Role: Role;
  SessionDelivery: LogIn["delivery"];
  SupportReason: SupportReason;
  VerificationKind: VerificationKind;
};
