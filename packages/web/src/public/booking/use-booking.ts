import { createAttempt, GraphError } from "@tidbok/client";
import { useRef, useState } from "react";
import {
  BookMeetingDocument,
  BookSeriesDocument,
  type BookMeetingMutation,
  type Frequency,
} from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { BookingData, Slot } from "./offer.ts";
import { graph } from "./graph.ts";
import type { Slots } from "./use-slots.ts";
import type { Visitor } from "./visitor.ts";
import type { BookingWords } from "./words.en.ts";

/** A booking as the graph answers the one that made it. */
export type Booked = BookMeetingMutation["bookMeeting"];

type Wanted = {
  readonly meetingTypeId: string;
  readonly startAt: string;
  readonly durationMinutes: number;
};
type Tried = {
  readonly near: readonly Slot[];
  readonly problem: string;
  /** The code of the same problem; empty without one. */
  readonly code: string;
  readonly gaps: readonly number[];
};

const nothingWrong: Tried = { near: [], problem: "", code: "", gaps: [] };
const aboutSlots = /^(SLOT_|HOLD_)/;

/** Sends the booking, and says in words what became of it; what the visitor has written is kept until it succeeds. */
export function useBooking({
  data,
  slots,
  wanted,
  holdId,
}: {
  readonly data: BookingData;
  readonly slots: Slots;
  readonly wanted: Wanted;
  readonly holdId: () => Promise<string | null>;
}) {
  const words = useWords<BookingWords>();
  const [tried, setTried] = useState<Tried>(nothingWrong);
  const [isSending, setSending] = useState(false);
  const [done, setDone] = useState<readonly Booked[] | null>(null);
  const attempts = useRef({
    one: createAttempt(graph.ask, BookMeetingDocument),
    series: createAttempt(graph.ask, BookSeriesDocument),
  });
  const visitor = useRef<Visitor | null>(null);
  // The hold belongs to the attempt: a repetition must be the same input.
  const sent = useRef<{ startAt: string; holdId: string | null } | null>(null);

  async function send(written: Visitor, at: Wanted, isPartly = false): Promise<void> {
    visitor.current = written;
    setSending(true);
    setTried(nothingWrong);
    const { attendee, answers, guests, series } = written;
    try {
      if (series) {
        const recurrence = { frequency: series.frequency as Frequency, count: series.count };
        const ifPartly = isPartly ? ("BOOK_WHAT_IS_FREE" as const) : ("BOOK_NOTHING" as const);
        const input = { ...at, recurrence, attendee, answers, ifPartly };
        const answer = await attempts.current.series(input);
        return setDone(answer.data.bookSeries.bookings);
      }
      if (sent.current?.startAt !== at.startAt) {
        sent.current = { startAt: at.startAt, holdId: await holdId() };
      }
      const held = sent.current.holdId ? { holdId: sent.current.holdId } : {};
      const answer = await attempts.current.one({ ...at, ...held, attendee, answers, guests });
      setDone([answer.data.bookMeeting]);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      await explain(error, at);
    } finally {
      setSending(false);
    }
  }

  async function explain(
    { code, details, retryAfterSeconds }: GraphError,
    at: Wanted,
  ): Promise<void> {
    // After a lost answer the same input goes again; after a refusal the next is a new wish.
    if (code !== "UNREACHABLE") sent.current = null;
    const isTaken = aboutSlots.test(code);
    const known = isTaken ? await slots.refresh().catch(() => []) : [];
    const { occurrences } = details as { occurrences?: readonly { startAt: string }[] };
    setTried({
      problem: words.problem(code, retryAfterSeconds),
      code,
      near: nearest(known, Date.parse(at.startAt)),
      gaps:
        code === "SERIES_NOT_AVAILABLE"
          ? (occurrences ?? []).map(({ startAt }) => Date.parse(startAt))
          : [],
    });
  }
  return {
    ...tried,
    isSending,
    done,
    email: visitor.current?.attendee.email ?? "",
    submit: (written: Visitor) => void send(written, wanted),
    bookTheOthers: () => visitor.current && void send(visitor.current, wanted, true),
    bookAt: ({ start }: Slot) => {
      const startAt = new Date(start).toISOString();
      sent.current = { startAt, holdId: null };
      if (visitor.current) void send(visitor.current, { ...wanted, startAt });
    },
    organization: data.organization,
  };
}

function nearest(slots: readonly Slot[], start: number): readonly Slot[] {
  const distance = (slot: Slot) => Math.abs(slot.start - start);
  return slots
    .filter((slot) => slot.start !== start)
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, 3)
    .sort((one, other) => one.start - other.start);
}
