// `pnpm compose` writes this file from the SDL.
import type { EnumDifferences, Same } from "@tidbok/service";
import type { Enums } from "./enums.ts";

/** The type check names each value that the SDL and `enums.ts` do not share. */
export type SdlEnums = Same<EnumDifferences<
  {
    AppPurpose:
      | "PROVIDE_SCHEDULE"
      | "PROVIDE_NOTIFY"
      | "PROVIDE_ADMINISTER"
      | "PROVIDE_BILL"
      | "PROVIDE_INTEGRATE"
      | "RESEARCH";
    BrowserFamily:
      | "CHROME"
      | "EDGE"
      | "FIREFOX"
      | "OPERA"
      | "SAFARI"
      | "SAMSUNG"
      | "OTHER";
    ChangeKind:
      | "CREATED"
      | "SETTINGS_CHANGED"
      | "MEMBER_INVITED"
      | "INVITATION_WITHDRAWN"
      | "MEMBER_JOINED"
      | "MEMBER_ROLE_CHANGED"
      | "MEMBER_LEFT"
      | "OWNERSHIP_TRANSFERRED"
      | "ATTENDEES_SHOWN_TO_ADMINS"
      | "ATTENDEES_HIDDEN_FROM_ADMINS"
      | "APP_APPROVED"
      | "APP_SUSPENDED"
      | "APP_SHUT_OUT"
      | "APP_READMITTED"
      | "APP_INSTALLED"
      | "APP_UNINSTALLED"
      | "BOOKING_REASSIGNED";
    DeviceType:
      | "COMPUTER"
      | "PHONE"
      | "TABLET"
      | "PROGRAM";
    LogInMethod:
      | "PASSWORD"
      | "LINK"
      | "PASSKEY"
      | "CODE"
      | "RECOVERY_CODE"
      | "PROVIDER";
    NextStep:
      | "CHECK_MAIL";
    Role:
      | "OWNER"
      | "ADMIN"
      | "MEMBER";
    SessionDelivery:
      | "COOKIE"
      | "TOKENS";
    SupportReason:
      | "LOG_IN_TROUBLE"
      | "BOOKING_TROUBLE"
      | "BILLING_QUESTION"
      | "RIGHTS_REQUEST"
      | "SECURITY_INCIDENT";
    VerificationKind:
      | "SIGN_UP"
      | "ALREADY_REGISTERED"
      | "RECOVERY"
      | "LOG_IN"
      | "EMAIL_CHANGE_OLD"
      | "EMAIL_CHANGE_NEW"
      | "PASSWORD_CHANGED"
      | "ACCOUNT_DEACTIVATED"
      | "ACCOUNT_CLOSING"
      | "PERSONAL_TOKEN_MADE"
      | "PROVIDER_LINKED"
      | "PROVIDER_UNLINKED"
      | "PASSKEY_ADDED"
      | "PASSKEY_REMOVED"
      | "CODES_ON"
      | "CODES_OFF"
      | "RECOVERY_CODE_USED"
      | "RECOVERY_CODES_RENEWED"
      | "SUPPORT_ACCESS"
      | "APP_SUSPENDED";
  },
  Enums
>>;
