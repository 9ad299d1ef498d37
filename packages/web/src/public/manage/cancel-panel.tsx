import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { CancelManagedDocument } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { PanelProps } from "./booking-actions.tsx";
import { Heading } from "./heading.tsx";
import styles from "./view.module.css";
import type { ManageWords } from "./words.en.ts";

/** Asks once more, and for a reason. Nothing is sent for six seconds. */
export function CancelPanel({ manage, booking, close }: PanelProps) {
  const words = useWords<ManageWords>();
  const [reason, setReason] = useState("");
  const [extent, setExtent] = useState<"BOOKING" | "FOLLOWING">("BOOKING");
  const later = (booking.series?.bookings ?? []).filter(
    ({ startAt, state }) => startAt > booking.startAt && state !== "CANCELLED",
  );
  const cancel = () => {
    const input = { bookingId: booking.id, reason: reason.trim() || null, extent };
    manage.later({ name: "cancel", send: (ask) => ask(CancelManagedDocument, { input }) });
  };
  return (
    <form
      className={styles["panel"]}
      onSubmit={(event) => {
        event.preventDefault();
        cancel();
      }}
    >
      <Heading level={2}>{words.cancelHeading}</Heading>
      {later.length > 0 && (
        <fieldset className={styles["choice"]}>
          <legend>{words.extent}</legend>
          {(["BOOKING", "FOLLOWING"] as const).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="extent"
                checked={extent === each}
                onChange={() => setExtent(each)}
              />
              {each === "BOOKING" ? words.extentOne : words.extentFollowing}
            </label>
          ))}
        </fieldset>
      )}
      <label className={styles["field"]}>
        {words.reason}
        <textarea
          rows={3}
          maxLength={1000}
          dir="auto"
          aria-describedby="reason-hint"
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
        <span id="reason-hint" className={styles["soft"]}>
          {words.reasonHint}
        </span>
      </label>
      <div className={styles["actions"]}>
        <Button type="submit" look="danger">
          {words.confirmCancel}
        </Button>
        <Button data-closes onClick={close}>
          {words.back}
        </Button>
      </div>
    </form>
  );
}
