import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { AppDialog } from "../components/app-dialog.tsx";

type ReasonDialogProps = {
  readonly heading: string;
  /** The words of the field. */
  readonly label: string;
  /** The words of the button that answers. */
  readonly action: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Gets the reason without spaces around it; empty without one. */
  readonly onAnswer: (reason: string) => void;
};

/** Asks for a reason, which may stay empty, before something ends. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { heading, label, action, isOpen, onClose, onAnswer } = props;
  const [reason, setReason] = useState("");
  function answer() {
    onAnswer(reason.trim());
    onClose();
  }
  const button = (
    <Button look="danger" onClick={answer}>
      {action}
    </Button>
  );
  return (
    <AppDialog heading={heading} isOpen={isOpen} onClose={onClose} actions={button}>
      <label className="field">
        <span className="label">{label}</span>
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
