import type { JsMsg } from "@nats-io/jetstream";
import type { Log } from "../nats/log.ts";

type Receiver = { readonly consumer: string; readonly log: Log };

/**
 * Tells the server that a letter is dealt with, and waits until it says that it knows. Without its
 * answer it sends the letter again, and the inbox drops it. Never throws.
 */
export async function acknowledge({ consumer, log }: Receiver, message: JsMsg): Promise<void> {
  try {
    await message.ackAck();
  } catch (error) {
    log.warn({ consumer, err: error }, "an acknowledgement went unanswered");
  }
}

/** Asks the server to send a letter again. If it does not hear, it does so by itself. Never throws. */
export function sendAgain(
  { consumer, log }: Receiver,
  { message, milliseconds }: { readonly message: JsMsg; readonly milliseconds: number },
): void {
  try {
    message.nak(milliseconds);
  } catch (error) {
    log.warn({ consumer, err: error }, "nats could not be asked to send an event again");
  }
}
