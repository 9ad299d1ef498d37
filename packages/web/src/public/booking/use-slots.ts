import { useMemo, useRef, useState } from "react";
import { MoreSlotsDocument } from "../../generated/graphql.ts";
import { addDays } from "../../time/calendar-month.ts";
import { graph } from "./graph.ts";
import { packSlots, unpackSlots, type BookingData, type Slot } from "./offer.ts";

/** The times of the page, and what changes them. */
export type Slots = {
  readonly all: readonly Slot[];
  readonly duration: number;
  /** The last date up to which times are known. */
  readonly to: string;
  readonly next: number | null;
  readonly isLoading: boolean;
  readonly setDuration: (minutes: number) => void;
  /** Fetches until this date, where that is later than what is known. */
  readonly reach: (date: string) => void;
  /** Fetches all of it again: a time turned out to be taken. */
  readonly refresh: () => Promise<readonly Slot[]>;
};

type Known = { slots: readonly Slot[]; duration: number; to: string; next: number | null };

/** Keeps the slots that came with the page, and fetches more when the visitor looks further ahead. */
export function useSlots(data: BookingData): Slots {
  const [known, setKnown] = useState<Known>(() => ({
    slots: unpackSlots(data.slots),
    duration: data.duration,
    to: data.to,
    next: data.next,
  }));
  const [isLoading, setLoading] = useState(false);
  const newest = useRef(0);

  async function fetchUntil(to: string, duration: number): Promise<readonly Slot[]> {
    const mine = ++newest.current;
    setLoading(true);
    try {
      const from = new Date(data.now).toISOString().slice(0, 10);
      const longest = addDays(from, 61);
      const until = to > longest ? longest : to;
      const { id } = data.type;
      const answer = await graph.ask(MoreSlotsDocument, { id, from, to: until, duration });
      const found = answer.data.meetingType;
      const slots = unpackSlots(packSlots(found?.slots ?? []));
      const next = found?.nextAvailable ? Date.parse(found.nextAvailable.startAt) : null;
      if (mine === newest.current) setKnown({ slots, duration, to: until, next });
      return slots;
    } finally {
      if (mine === newest.current) setLoading(false);
    }
  }
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);
  const all = useMemo(() => known.slots, [known]);
  return {
    all,
    duration: known.duration,
    to: known.to,
    next: known.next,
    isLoading,
    setDuration: (minutes) => quietly(fetchUntil(known.to, minutes)),
    reach: (date) => {
      if (date > known.to && !isLoading) quietly(fetchUntil(date, known.duration));
    },
    refresh: () => fetchUntil(known.to, known.duration),
  };
}
