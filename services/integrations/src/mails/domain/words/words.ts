import type { LocationKind, Party, VerificationFacts } from "../facts.ts";

/** What happened to a booking. */
export type Change =
  | "MADE"
  | "REQUESTED"
  | "CONFIRMED"
  | "DECLINED"
  | "RESCHEDULED"
  | "MOVE_REQUESTED"
  | "REASSIGNED"
  | "TIMES_PROPOSED"
  | "TIMES_DECLINED"
  | "CANCELLED";

/** The same, or that another host has the meeting from now on. */
export type HostChange = Change | "HANDED_OVER";

/** What a guest hears of. */
export type GuestChange = "INVITED" | "RESCHEDULED" | "REASSIGNED" | "CANCELLED" | "UNINVITED";

/** Every change that a mail can tell. */
export type AnyChange = HostChange | GuestChange;

type Headline = {
  readonly title: string;
  /** The name of the person that the reader meets; null where it is not known. */
  readonly who: string | null;
};

/** A mail that says one thing and has one link. */
type Notice = {
  readonly subject: string;
  readonly opening: string;
  readonly action: string;
  readonly note: string;
};

/** Everything that mails say in one language. Each language is a module that has all of it. */
export type Words = {
  /** As HTML's lang says it. */
  readonly language: string;
  /** For Intl: how dates and times are written. */
  readonly formats: string;
  readonly greeting: (name: string | null) => string;
  readonly subject: (change: AnyChange, headline: Headline & { readonly when: string }) => string;
  /** What stands on top of the mail. */
  readonly heading: (change: AnyChange, title: string) => string;
  readonly opening: {
    readonly ATTENDEE: (change: Change, by: Party | null) => string;
    readonly GUEST: (change: GuestChange) => string;
    readonly HOST: (change: HostChange, by: Party | null) => string;
  };
  readonly label: {
    readonly what: string;
    readonly when: string;
    readonly where: string;
    readonly host: string;
    readonly attendee: string;
    readonly email: string;
    readonly phone: string;
    readonly reason: string;
    readonly answerBy: string;
    readonly further: string;
    readonly proposed: string;
  };
  readonly place: Readonly<Record<LocationKind, string>>;
  readonly summary: (headline: Headline) => string;
  readonly visit: { readonly action: string; readonly note: string };
  readonly manage: { readonly action: string; readonly note: string };
  /** The host's link. */
  readonly host: { readonly action: string; readonly note: string };
  readonly answer: { readonly yes: string; readonly no: string; readonly none: string };
  readonly verification: Readonly<Record<VerificationFacts["kind"], Notice>>;
  readonly invitation: {
    readonly subject: (organization: string) => string;
    readonly opening: (organization: string) => string;
    readonly action: string;
    readonly expires: (when: string) => string;
    readonly notYou: string;
  };
  /** What to call an organization or a host without a known name. */
  readonly unnamed: { readonly organization: string; readonly host: string };
  readonly footer: string;
};
