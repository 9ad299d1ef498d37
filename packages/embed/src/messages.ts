/** The version of the messages. Each carries it as `tidbok`; a receiver leaves out every other. */
export const messageVersion = 1;

/**
 * What the frame says to the site around it: ids, starts and states. No name, address or answer of a visitor is in any
 * of them, for the site learns those only as the organization itself does.
 */
export type UpMessage =
  | { readonly type: "ready" }
  | { readonly type: "height"; readonly height: number }
  | { readonly type: "slot-chosen"; readonly meetingTypeId: string; readonly startAt: string }
  | {
      readonly type: "booked";
      readonly bookingId: string;
      readonly startAt: string;
      /** CONFIRMED, or PENDING where a host has to confirm. */
      readonly state: string;
    }
  | { readonly type: "cancelled"; readonly bookingId: string; readonly startAt: string }
  /** A booking was refused; the code is one of docs/errors.md. */
  | { readonly type: "failed"; readonly code: string }
  | { readonly type: "close" };

/** `auto` follows the visitor's system. */
export type Theme = "auto" | "light" | "dark";

/** What the form is filled with: `name`, `email`, `phone`, or the id of a question. */
export type Prefill = Readonly<Record<string, string>>;

/** What the site says to the frame. The first answers `ready`, and tells the frame which site it may talk to. */
export type DownMessage =
  | { readonly type: "theme"; readonly theme: Theme }
  | { readonly type: "lang"; readonly lang: string }
  | { readonly type: "zone"; readonly zone: string }
  | { readonly type: "prefill"; readonly prefill: Prefill };

/** A message as it is posted. */
export type Posted<Message> = Message & { readonly tidbok: typeof messageVersion };

/** The message in what came, when it is of this version; what it holds is still to be looked at. */
export function messageIn<Message extends { readonly type: string }>(
  data: unknown,
): Message | null {
  const posted = data as Partial<Posted<Message>> | null;
  return posted?.tidbok === messageVersion && typeof posted.type === "string"
    ? (posted as unknown as Message)
    : null;
}
