import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "../../components/button.tsx";
import { useAppWords } from "../words/app-words-context.tsx";
import styles from "./app-dialog.module.css";

type AppDialogProps = {
  readonly heading: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children?: ReactNode;
  /** Buttons beside the one that closes. */
  readonly actions?: ReactNode;
};

/** A dialog above the page: focus stays in it, Escape closes it, and the opener has focus again afterwards. */
export function AppDialog({ heading, isOpen, onClose, children, actions }: AppDialogProps) {
  const { cancel, close } = useAppWords();
  return (
    <ModalOverlay
      className={styles["overlay"] ?? ""}
      isOpen={isOpen}
      onOpenChange={(next) => !next && onClose()}
      isDismissable
    >
      <Modal>
        <Dialog className={styles["dialog"] ?? ""}>
          <Heading slot="title" level={2}>
            {heading}
          </Heading>
          {children}
          <div className="row">
            {actions}
            <Button onClick={onClose}>{actions ? cancel : close}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
