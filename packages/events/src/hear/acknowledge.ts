import type { JsMsg } from "@nats-io/jetstream";
import type { Log } from "../nats/log.ts";

type Receiver = { readonly name: string; readonly log: Log };

/**
 * Tells the server that a message is processed, and waits until the server confirms it. Without the confirmation the
 * server sends the message again, and the inbox drops it. Never throws.
 */
export async function acknowledge({ name, log }: Receiver, message: JsMsg): Promise<void> {
  try {
    await message.ackAck();
  } catch (error) {
    log.warn({ consumer: name, err: error }, "an acknowledgement went unanswered");
  }
}

/** Asks the server to send a message again. A server that does not get this does so by itself. Never throws. */
export function sendAgain(
  { name, log }: Receiver,
  { message, milliseconds }: { readonly message: JsMsg; readonly milliseconds: number },
): void {
  try {
    message.nak(milliseconds);
  } catch (error) {
    log.warn({ consumer: name, err: error }, "nats could not be asked to send an event again");
  }
}
