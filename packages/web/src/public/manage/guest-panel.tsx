import { useState } from "react";
import { Button } from "../../components/button.tsx";
import {
  AddGuestsFromManageDocument,
  RemoveGuestFromManageDocument,
} from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { PanelProps } from "./booking-actions.tsx";
import { Heading } from "./heading.tsx";
import styles from "./view.module.css";
import type { ManageWords } from "./words.en.ts";

/** The guests that the attendee invited: who they are, one more, one less. */
export function GuestPanel({ manage, booking, close }: PanelProps) {
  const words = useWords<ManageWords>();
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [isWrong, setWrong] = useState(false);
  const invite = () => {
    const isAddress = /^\S+@\S+\.\S+$/.test(email.trim());
    setWrong(!isAddress);
    if (!isAddress) return document.getElementById("guest-email")?.focus();
    const guests = [{ email: email.trim(), name: name.trim() || null }];
    const input = { bookingId: booking.id, guests };
    manage.later({ name: "invite", send: (ask) => ask(AddGuestsFromManageDocument, { input }) });
  };
  const remove = (guestId: string) =>
    manage.later({
      name: "remove",
      send: (ask) => ask(RemoveGuestFromManageDocument, { input: { guestId } }),
    });
  return (
    <form
      className={styles["panel"]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        invite();
      }}
    >
      <Heading level={2}>{words.guestsHeading}</Heading>
      {booking.guests.length === 0 && <p>{words.noGuests}</p>}
      <ul className={styles["list"]}>
        {booking.guests.map((guest) => (
          <li key={guest.id}>
            <span dir="auto">{[guest.name, guest.email].filter(Boolean).join(", ")}</span>
            <Button look="quiet" onClick={() => remove(guest.id)}>
              {words.remove(guest.name ?? guest.email ?? "")}
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles["soft"]}>{words.guestHint}</p>
      <label className={styles["field"]}>
        {words.guestEmail}
        <input
          id="guest-email"
          type="email"
          autoComplete="off"
          aria-invalid={isWrong}
          aria-describedby={isWrong ? "guest-mistake" : undefined}
          value={email}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
        {isWrong && (
          <span id="guest-mistake" className={styles["mistake"]}>
            {words.emailMissing}
          </span>
        )}
      </label>
      <label className={styles["field"]}>
        {words.guestName}
        <input
          maxLength={150}
          dir="auto"
          autoComplete="off"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <div className={styles["actions"]}>
        <Button type="submit" look="primary">
          {words.invite}
        </Button>
        <Button data-closes onClick={close}>
          {words.back}
        </Button>
      </div>
    </form>
  );
}
