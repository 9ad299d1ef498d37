import type { Instant } from "@tidbok/domain";

/** Where a mail goes. */
export type Mailbox = { readonly name: string | null; readonly address: string };

/** What a calendar is told: the meeting, and one participant, the reader. */
export type Invitation = {
  /** PUBLISH where it tells of several meetings: a REQUEST is of one (RFC 5546, 3.2.2). */
  readonly method: "REQUEST" | "CANCEL" | "PUBLISH";
  /** The same through the life of a booking; calendars know the meeting again by it. */
  readonly uid: string;
  readonly sequence: number;
  readonly isTentative: boolean;
  readonly start: Instant;
  readonly end: Instant;
  readonly summary: string;
  /** The reader's own page about the meeting, and what stands beside its address; null where there is none. */
  readonly url: string | null;
  readonly description: string | null;
  readonly location: string | null;
  readonly organizerName: string;
  readonly attendee: Mailbox;
  /** Other meetings of the same series, alike but for these. */
  readonly further: readonly Pick<
    Invitation,
    "uid" | "sequence" | "start" | "end" | "url" | "description"
  >[];
};

/** A mail, ready to go. */
export type Mail = {
  readonly to: Mailbox;
  readonly replyTo: Mailbox | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The organization's picture, a PNG in base64, to which the HTML refers as `cid:logo`. */
  readonly logo: string | null;
  readonly invitation: Invitation | null;
};

/** That there is nothing to send, and why. */
export type NoMail = { readonly reason: string };
