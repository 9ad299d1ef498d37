import type { Consumer, JsMsg } from "@nats-io/jetstream";
import { DomainError } from "@tidbok/domain";
import { bury, buryUnreadable } from "./bury.ts";
import { parseEnvelope, type Envelope } from "./envelope.ts";
import type { Log } from "./log.ts";
import { EventUnreadable, workOf, type Reaction } from "./reaction.ts";
import { receive, type Receipt } from "./receive.ts";
import { gapDelay, mostAttempts } from "./redelivery.ts";
import type { InTransaction } from "./sql.ts";

/** What it takes to deal with the letters of one consumer. */
export type Desk<Context> = {
  readonly consumer: string;
  readonly source: Pick<Consumer, "info">;
  readonly reactions: ReadonlyMap<string, Reaction<Context>>;
  readonly inTransaction: InTransaction<Context>;
  /** How often each letter that is under way was too early; those deliveries were no attempts. */
  readonly waits: Map<string, number>;
  readonly retryDelay: (attempts: number) => number;
  readonly log: Log;
};

/** Deals with one letter, and acknowledges it once what it caused is committed. Never throws. */
export async function attend<Context>(
  desk: Desk<Context>,
  { message, envelope }: { readonly message: JsMsg; readonly envelope: Envelope },
): Promise<void> {
  const attempts = message.info.deliveryCount - (desk.waits.get(envelope.id) ?? 0);
  const line = { consumer: desk.consumer, eventId: envelope.id, type: envelope.type, attempts };
  try {
    // The process died at its last attempt; what kills a process is not tried again.
    if (attempts > mostAttempts) throw new DomainError("ATTEMPTS_EXHAUSTED", "Tried too often.");
    const receipt = await tryReceive(desk, { message, envelope });
    if (receipt === "early") {
      const waits = desk.waits.get(envelope.id) ?? 0;
      desk.waits.set(envelope.id, waits + 1);
      message.nak(gapDelay(waits));
      return;
    }
    desk.log.debug({ ...line, state: receipt }, "event received");
  } catch (error) {
    if (attempts < mostAttempts && !(error instanceof EventUnreadable)) {
      desk.log.warn({ ...line, err: error }, "event failed, to be tried again");
      message.nak(desk.retryDelay(attempts));
      return;
    }
    if (!(await mayBury(desk, { message, envelope, error, attempts }))) return;
  }
  desk.waits.delete(envelope.id);
  await acknowledge(desk, message);
}

type Opened = { readonly message: JsMsg; readonly envelope: Envelope };

async function tryReceive<Context>(
  desk: Desk<Context>,
  { message, envelope }: Opened,
): Promise<Receipt> {
  const { consumer, inTransaction, reactions } = desk;
  const reaction = reactions.get(envelope.type);
  if (!reaction) desk.log.debug({ consumer, type: envelope.type }, "no reaction to this event");
  const work = workOf(reaction, envelope);
  const letter = { consumer, envelope, isGapFinal: false };
  const receipt = await receive({ letter, inTransaction, work });
  if (receipt !== "early" || !(await isFirstUnderWay(desk, message))) return receipt;
  desk.log.info({ consumer, eventId: envelope.id }, "an earlier version is not in the stream");
  return receive({ letter: { ...letter, isGapFinal: true }, inTransaction, work });
}

// The server's floor: up to there every letter was acknowledged. All of the aggregate's earlier
// versions stand earlier in the stream, so what is missing below the floor does not come any more.
async function isFirstUnderWay<Context>(desk: Desk<Context>, message: JsMsg): Promise<boolean> {
  const { ack_floor: floor } = await desk.source.info();
  return floor.stream_seq >= message.info.streamSequence - 1;
}

type Failed = Opened & { readonly error: unknown; readonly attempts: number };

async function mayBury<Context>(desk: Desk<Context>, failed: Failed): Promise<boolean> {
  const { message, envelope, error, attempts } = failed;
  const { consumer, inTransaction, log } = desk;
  const errorCode = error instanceof DomainError ? error.code : "INTERNAL";
  try {
    await bury(inTransaction, { consumer, envelope, errorCode, attempts });
    log.error({ consumer, eventId: envelope.id, type: envelope.type, err: error }, "event buried");
    return true;
  } catch (failure) {
    log.error({ consumer, eventId: envelope.id, err: failure }, "event could not be buried");
    message.nak(desk.retryDelay(attempts));
    return false;
  }
}

/** The envelope of a message; bytes that are none are buried at once. Never throws. */
export async function open<Context>(desk: Desk<Context>, message: JsMsg): Promise<Envelope | null> {
  const envelope = parseEnvelope(message.data);
  if (envelope) return envelope;
  const { stream, streamSequence: sequence, deliveryCount: attempts } = message.info;
  const letter = { stream, sequence, subject: message.subject, bytes: message.data };
  const { consumer, inTransaction, log } = desk;
  try {
    await buryUnreadable(inTransaction, { consumer, errorCode: "UNREADABLE", attempts, letter });
    log.error({ consumer, stream, type: message.subject }, "what is no event is buried");
    await acknowledge(desk, message);
  } catch (failure) {
    log.error({ consumer, stream, err: failure }, "what is no event could not be buried");
    message.nak(desk.retryDelay(attempts));
  }
  return null;
}

// The server answers that it knows. Without its answer it sends the letter again, and the inbox drops it.
async function acknowledge<Context>({ consumer, log }: Desk<Context>, message: JsMsg) {
  try {
    await message.ackAck();
  } catch (error) {
    log.warn({ consumer, err: error }, "an acknowledgement went unanswered");
  }
}
