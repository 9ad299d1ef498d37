import { useEffect, useRef, useState } from "react";
import { HoldSlotDocument, ReleaseHoldDocument } from "../../generated/graphql.ts";
import { graph } from "./graph.ts";

/** A slot that is kept for this visitor. Booking works without. */
export type Hold = {
  /** How long it is kept; null while it is not. */
  readonly secondsLeft: number | null;
  /**
   * The id of the hold, null without one. Waits for an answer that is under way, three seconds at most: the hold itself
   * would refuse a booking that does not name it.
   */
  readonly id: () => Promise<string | null>;
};

type Wanted = {
  readonly meetingTypeId: string;
  readonly startAt: string;
  readonly durationMinutes: number;
};

/** Keeps the wanted slot, again in silence when five minutes are over, and opens it when the visitor goes back. */
export function useHold(wanted: Wanted | null, { isNeeded }: { readonly isNeeded: boolean }): Hold {
  const [held, setHeld] = useState<{ id: string; until: number } | null>(null);
  const [now, setNow] = useState(0);
  const current = useRef<string | null>(null);
  const asking = useRef<Promise<void>>(Promise.resolve());
  const key = wanted && isNeeded ? JSON.stringify(wanted) : null;

  useEffect(() => {
    if (key === null) return;
    let isOver = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const hold = async () => {
      try {
        const { data } = await graph.ask(HoldSlotDocument, { input: JSON.parse(key) as Wanted });
        if (isOver) return void release(data.holdSlot.id);
        current.current = data.holdSlot.id;
        // By this browser's own clock, which may be days off: a hold is five minutes long.
        setHeld({ id: data.holdSlot.id, until: Date.now() + 300_000 });
        setNow(Date.now());
        again = setTimeout(begin, 301_000);
      } catch {
        // A slot that cannot be kept can still be booked.
        current.current = null;
        setHeld(null);
      }
    };
    const begin = () => {
      asking.current = hold();
    };
    begin();
    return () => {
      isOver = true;
      clearTimeout(again);
      if (current.current) release(current.current);
      current.current = null;
      setHeld(null);
    };
  }, [key]);

  useEffect(() => {
    if (!held) return;
    const tick = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(tick);
  }, [held]);
  const secondsLeft = held && Math.max(0, Math.ceil((held.until - now) / 1_000));
  const id = async () => {
    await Promise.race([asking.current, new Promise((done) => setTimeout(done, 3_000))]);
    return current.current;
  };
  return { secondsLeft, id };
}

// A hold that was used or is over cannot be released, and need not be.
function release(holdId: string): void {
  void graph.ask(ReleaseHoldDocument, { input: { holdId } }).catch(() => undefined);
}
