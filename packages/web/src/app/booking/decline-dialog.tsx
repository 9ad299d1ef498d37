import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { AppDialog } from "../components/app-dialog.tsx";
import { useAppWords } from "../words/app-words-context.tsx";
import { declineBooking } from "./answer-booking.ts";

type DeclineDialogProps = {
  readonly bookingId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Asks for a reason, which may stay empty, and declines. */
export function DeclineDialog({ bookingId, isOpen, onClose }: DeclineDialogProps) {
  const words = useAppWords();
  const [reason, setReason] = useState("");
  function decline() {
    declineBooking({ bookingId, reason, words });
    onClose();
  }
  const action = (
    <Button look="danger" onClick={decline}>
      {words.decline}
    </Button>
  );
  return (
    <AppDialog heading={words.declineHeading} isOpen={isOpen} onClose={onClose} actions={action}>
      <label className="field">
        <span className="label">{words.reason}</span>
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
