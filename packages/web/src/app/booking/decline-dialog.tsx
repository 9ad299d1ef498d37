import { useAppWords } from "../words/app-words-context.tsx";
import { declineBooking } from "./answer-booking.ts";
import { ReasonDialog } from "./reason-dialog.tsx";

type DeclineDialogProps = {
  readonly bookingId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Asks for a reason, and declines. */
export function DeclineDialog({ bookingId, isOpen, onClose }: DeclineDialogProps) {
  const words = useAppWords();
  return (
    <ReasonDialog
      heading={words.declineHeading}
      label={words.reason}
      action={words.decline}
      isOpen={isOpen}
      onClose={onClose}
      onAnswer={(reason) => declineBooking({ bookingId, reason, words })}
    />
  );
}
