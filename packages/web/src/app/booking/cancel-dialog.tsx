import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { useWords } from "../../words/words-context.tsx";
import { AppDialog } from "../components/app-dialog.tsx";
import { useAppWords } from "../words/app-words-context.tsx";
import { cancelBooking } from "./change-booking.ts";
import type { BookingWords } from "./words.en.ts";

type CancelDialogProps = {
  readonly bookingId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Asks for a reason, which may stay empty, and cancels. */
export function CancelDialog({ bookingId, isOpen, onClose }: CancelDialogProps) {
  const words = useWords<BookingWords>();
  const common = useAppWords();
  const [reason, setReason] = useState("");
  function cancel() {
    cancelBooking({ bookingId, reason, words: common });
    onClose();
  }
  const action = (
    <Button look="danger" onClick={cancel}>
      {words.cancelBooking}
    </Button>
  );
  return (
    <AppDialog heading={words.cancelHeading} isOpen={isOpen} onClose={onClose} actions={action}>
      <label className="field">
        <span className="label">{words.cancelReason}</span>
        <textarea
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
    </AppDialog>
  );
}
