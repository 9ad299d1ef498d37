import { useEffect, useRef, useState } from "react";
import { HoldSlotDocument, ReleaseHoldDocument } from "../../generated/graphql.ts";
import { graph } from "./graph.ts";

/** A slot that is kept for this visitor; null while none is. Booking works without. */
export type Hold = { readonly id: string; readonly secondsLeft: number } | null;

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
        again = setTimeout(() => void hold(), 301_000);
      } catch {
        // A slot that cannot be kept can still be booked.
        setHeld(null);
      }
    };
    void hold();
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
  if (!held) return null;
  return { id: held.id, secondsLeft: Math.max(0, Math.ceil((held.until - now) / 1_000)) };
}

// A hold that was used or is over cannot be released, and need not be.
function release(holdId: string): void {
  void graph.ask(ReleaseHoldDocument, { input: { holdId } }).catch(() => undefined);
}
