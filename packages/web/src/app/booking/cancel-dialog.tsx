import { useWords } from "../../words/words-context.tsx";
import { useAppWords } from "../words/app-words-context.tsx";
import { cancelBooking } from "./change-booking.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import type { BookingWords } from "./words.en.ts";

type CancelDialogProps = {
  readonly bookingId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Asks for a reason, and cancels. */
export function CancelDialog({ bookingId, isOpen, onClose }: CancelDialogProps) {
  const words = useWords<BookingWords>();
  const common = useAppWords();
  return (
    <ReasonDialog
      heading={words.cancelHeading}
      label={words.cancelReason}
      action={words.cancelBooking}
      isOpen={isOpen}
      onClose={onClose}
      onAnswer={(reason) => cancelBooking({ bookingId, reason, words: common })}
    />
  );
}
