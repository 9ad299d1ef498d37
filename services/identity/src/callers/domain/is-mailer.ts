import type { Caller } from "@tidbok/domain";

/** Whether this is the service that sends mails, and asks in order to send one. */
export function isMailer(caller: Caller): boolean {
  return (
    caller.kind === "service" &&
    caller.service === "integrations" &&
    caller.purpose === "provide.notify"
  );
}
