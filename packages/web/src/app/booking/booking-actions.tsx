import { useMutation } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import { Button } from "../../components/button.tsx";
import { readFragment, type FragmentType } from "../../generated/fragment-masking.ts";
import { BookingActionsFragmentDoc } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import { Problem } from "../components/problem.tsx";
import { delayedActions, onDelayedActions } from "../delayed-actions.ts";
import { useAppWords } from "../words/app-words-context.tsx";
import { confirmBooking } from "./answer-booking.ts";
import { CancelDialog } from "./cancel-dialog.tsx";
import { setNoShow } from "./change-booking.ts";
import { DeclineDialog } from "./decline-dialog.tsx";
import { ReassignForm } from "./reassign-form.tsx";
import type { BookingWords } from "./words.en.ts";

type BookingActionsProps = { readonly booking: FragmentType<typeof BookingActionsFragmentDoc> };

/** What can be done with the booking in its present state; absent while an action waits or nothing can be done. */
export function BookingActions({ booking }: BookingActionsProps) {
  const words = useWords<BookingWords>();
  const { confirm, decline } = useAppWords();
  const { id, state, startAt, hosts, meetingType } = readFragment(
    BookingActionsFragmentDoc,
    booking,
  );
  const [dialog, setDialog] = useState<"cancel" | "decline" | null>(null);
  const waiting = useSyncExternalStore(onDelayedActions, delayedActions);
  const acting = useMutation({ mutationFn: (act: () => Promise<void>) => act() });
  const isPending = state === "PENDING";
  const isActive = isPending || state === "CONFIRMED";
  const hasBegun = Date.parse(startAt) <= Date.now();
  const mayMiss = hasBegun && (state === "CONFIRMED" || state === "COMPLETED");
  if (waiting.some(({ subject }) => subject === id)) return null;
  if (!isActive && !mayMiss && state !== "NO_SHOW") return null;
  const others = meetingType.hosts
    .map(({ account }) => account)
    .filter((each) => hosts.every((host) => host.id !== each.id));
  return (
    <section className="card stack">
      <h2>{words.actions}</h2>
      <div className="row">
        {isPending && (
          <>
            <Button look="primary" onClick={() => acting.mutate(() => confirmBooking(id))}>
              {confirm}
            </Button>
            <Button onClick={() => setDialog("decline")}>{decline}</Button>
          </>
        )}
        {isActive && !hasBegun && !isPending && (
          <Button look="danger" onClick={() => setDialog("cancel")}>
            {words.cancelBooking}
          </Button>
        )}
        {mayMiss && (
          <Button onClick={() => acting.mutate(() => setNoShow(id, true))}>{words.noShow}</Button>
        )}
        {state === "NO_SHOW" && (
          <Button onClick={() => acting.mutate(() => setNoShow(id, false))}>
            {words.undoNoShow}
          </Button>
        )}
      </div>
      {isActive && others.length > 0 && (
        <ReassignForm bookingId={id} hosts={hosts} others={others} />
      )}
      {acting.error && <Problem error={acting.error} />}
      <CancelDialog bookingId={id} isOpen={dialog === "cancel"} onClose={() => setDialog(null)} />
      <DeclineDialog bookingId={id} isOpen={dialog === "decline"} onClose={() => setDialog(null)} />
    </section>
  );
}
