import type { Consumer, JsMsg } from "@nats-io/jetstream";
import { DomainError, type ErrorCode } from "@tidbok/domain";
import { acknowledge, sendAgain } from "./acknowledge.ts";
import { bury } from "./bury.ts";
import type { Envelope } from "../define/envelope.ts";
import type { Log } from "../nats/log.ts";
import { EventUnreadable, workOf, type Reaction } from "./reaction.ts";
import { countAttempt, receive, type Letter, type Receipt } from "./receive.ts";
import { gapDelay, mostAttempts } from "./redelivery.ts";
import type { InTransaction } from "./sql.ts";

/** What it takes to deal with the letters of one consumer. */
export type Desk<Context> = {
  readonly consumer: string;
  readonly source: Pick<Consumer, "info">;
  readonly reactions: ReadonlyMap<string, Reaction<Context>>;
  readonly inTransaction: InTransaction<Context>;
  readonly retryDelay: (attempts: number) => number;
  readonly log: Log;
};

/** A message and the event in it. */
export type Delivered = { readonly message: JsMsg; readonly envelope: Envelope };

/** Deals with one letter, and acknowledges it once what it caused is committed. Never throws. */
export async function attend<Context>(desk: Desk<Context>, delivered: Delivered): Promise<void> {
  const { message, envelope } = delivered;
  const { consumer, inTransaction, log } = desk;
  const line = { consumer, eventId: envelope.id, type: envelope.type };
  const letter = { consumer, envelope, isGapFinal: false };
  let attempts = 0;
  try {
    // The first attempt is counted when it fails. Whatever comes again may have killed its process.
    if (message.redelivered) attempts = await countAttempt(inTransaction, letter);
    if (attempts > mostAttempts)
      throw new DomainError<ErrorCode>("ATTEMPTS_EXHAUSTED", "Tried too often.");
    const receipt = await tryReceive(desk, { letter, message });
    if (receipt === "early") {
      const milliseconds = gapDelay(message.info.deliveryCount);
      return sendAgain(desk, { message, milliseconds });
    }
    log.debug({ ...line, state: receipt }, "event received");
    await acknowledge(desk, message);
  } catch (error) {
    await fail(desk, { ...delivered, error, attempts }).catch((failure: unknown) => {
      // The database is away, which is not the event's fault and not counted against it.
      log.warn({ ...line, err: failure }, "event failed, and its failure could not be noted");
      sendAgain(desk, { message, milliseconds: desk.retryDelay(1) });
    });
  }
}

type Trial = { readonly letter: Letter; readonly message: JsMsg };

async function tryReceive<Context>(
  desk: Desk<Context>,
  { letter, message }: Trial,
): Promise<Receipt> {
  const { consumer, inTransaction, reactions, log } = desk;
  const { id: eventId, type } = letter.envelope;
  const reaction = reactions.get(type);
  if (!reaction) log.debug({ consumer, type }, "no reaction to this event");
  const work = workOf(reaction, letter.envelope);
  const receipt = await receive({ letter, inTransaction, work });
  if (receipt !== "early" || !(await isFirstUnderWay(desk, message))) return receipt;
  log.info({ consumer, eventId }, "an earlier version is not in the stream");
  return receive({ letter: { ...letter, isGapFinal: true }, inTransaction, work });
}

// The server's floor: up to there every letter was acknowledged. All of the aggregate's earlier
// versions stand earlier in the stream, so what is missing below the floor does not come any more.
async function isFirstUnderWay<Context>(desk: Desk<Context>, message: JsMsg): Promise<boolean> {
  try {
    const { ack_floor: floor } = await desk.source.info();
    return floor.stream_seq >= message.info.streamSequence - 1;
  } catch (error) {
    desk.log.warn({ consumer: desk.consumer, err: error }, "the consumer's floor is not known");
    return false;
  }
}

type Failed = Delivered & { readonly error: unknown; readonly attempts: number };

/** Has the letter sent again later, or buries it when that would not help. */
async function fail<Context>(desk: Desk<Context>, failed: Failed): Promise<void> {
  const { message, envelope, error } = failed;
  const { consumer, inTransaction, log } = desk;
  const letter = { consumer, envelope, isGapFinal: true };
  const attempts = failed.attempts || (await countAttempt(inTransaction, letter));
  const line = { consumer, eventId: envelope.id, type: envelope.type, attempts, err: error };
  if (attempts < mostAttempts && !(error instanceof EventUnreadable)) {
    log.warn(line, "event failed, to be tried again");
    sendAgain(desk, { message, milliseconds: desk.retryDelay(attempts) });
    return;
  }
  const errorCode = error instanceof DomainError ? error.code : "INTERNAL";
  await bury(inTransaction, { consumer, envelope, errorCode, attempts });
  log.error(line, "event buried");
  await acknowledge(desk, message);
}
