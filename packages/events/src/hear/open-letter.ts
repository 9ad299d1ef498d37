import type { JsMsg } from "@nats-io/jetstream";
import { acknowledge, sendAgain } from "./acknowledge.ts";
import type { Desk } from "./attend.ts";
import { buryUnreadable } from "./bury.ts";
import { parseEnvelope, type Envelope } from "../define/envelope.ts";

/** The event in a message; bytes that are none are buried at once, and null is given. Never throws. */
export async function openLetter<Context>(
  desk: Desk<Context>,
  message: JsMsg,
): Promise<Envelope | null> {
  const envelope = parseEnvelope(message.data);
  if (envelope) return envelope;
  const { stream, streamSequence: sequence, deliveryCount: attempts } = message.info;
  const letter = { stream, sequence, subject: message.subject, bytes: message.data };
  const { consumer, inTransaction, log } = desk;
  try {
    await buryUnreadable(inTransaction, { consumer, errorCode: "UNREADABLE", attempts, letter });
    log.error({ consumer, stream, subject: message.subject }, "what is no event is buried");
    await acknowledge(desk, message);
  } catch (failure) {
    log.error({ consumer, stream, err: failure }, "what is no event could not be buried");
    sendAgain(desk, { message, milliseconds: desk.retryDelay(attempts) });
  }
  return null;
}
