import { useEffect, useRef, useState } from "react";
import { useEmbedding } from "../../embedded/embedding.tsx";
import { cityOf } from "../../time/city-of.ts";
import { localDate } from "../../time/local-date.ts";
import { useWords } from "../../words/words-context.tsx";
import type { BookingData, Slot } from "./offer.ts";
import { DoneStep } from "./done-step.tsx";
import { BookingForm } from "./form/booking-form.tsx";
import styles from "./form-step.module.css";
import { Refusal } from "./refusal.tsx";
import { useBooking } from "./use-booking.ts";
import { useHold } from "./use-hold.ts";
import type { VisitorReading } from "./use-reading.ts";
import type { Slots } from "./use-slots.ts";
import type { Step } from "./use-step.ts";
import type { BookingWords } from "./words.en.ts";

export type FormStepProps = {
  readonly data: BookingData;
  readonly reading: VisitorReading;
  readonly slots: Slots;
  readonly slot: Slot;
  readonly step: Step;
  readonly go: (step: Step) => void;
  readonly chooseSlot: (slot: Slot) => void;
};

/** The second and third step: who books, and what was booked. */
export function FormStep(props: FormStepProps) {
  const { data, reading, slots, slot, step, go, chooseSlot } = props;
  const words = useWords<BookingWords>();
  const embedding = useEmbedding();
  const heading = useRef<HTMLHeadingElement>(null);
  const startAt = new Date(slot.start).toISOString();
  const wanted = { meetingTypeId: data.type.id, startAt, durationMinutes: slots.duration };
  // A series cannot name a hold, which would then stand in the way of its own first meeting.
  const isNeeded = step === "form" && data.type.maximumOccurrences === 1;
  const hold = useHold(wanted, { isNeeded });
  const booking = useBooking({ data, slots, wanted, holdId: hold.id });
  const [said, setSaid] = useState("");
  const { clock, timeZone } = reading;
  const end = slot.start + slots.duration * 60_000;
  const day = clock.day(localDate(slot.start, timeZone));
  const zone = `${cityOf(timeZone)} (${clock.offset(slot.start)})`;
  const left = hold.secondsLeft;

  useEffect(() => heading.current?.focus(), [slot.start, step]);
  useEffect(() => {
    if (left === 120 || left === 30) setSaid(words.keptFor(left));
  }, [left]);
  useEffect(() => {
    if (!booking.done) return;
    go("done");
    for (const { booking: made } of booking.done) {
      const { id: bookingId, startAt: at, state } = made;
      embedding?.tell({ type: "booked", bookingId, startAt: at, state });
    }
  }, [booking.done]);
  useEffect(() => {
    if (booking.code) embedding?.tell({ type: "failed", code: booking.code });
  }, [booking.code]);

  if (step === "done" && booking.done) {
    return <DoneStep {...{ data, reading, done: booking.done, email: booking.email }} />;
  }
  return (
    <section className={styles["form"]} aria-labelledby="chosen">
      <button type="button" className={styles["back"]} onClick={() => go("choose")}>
        {words.otherTime}
      </button>
      <h2 id="chosen" ref={heading} tabIndex={-1}>
        {day}, <bdi>{clock.range(slot.start, end)}</bdi>
        <span className={styles["zone"]}>{zone}</span>
      </h2>
      {/* Its line is there from the beginning: a button that moves under the pointer loses its click. */}
      {isNeeded && (
        <p className={styles["kept"]}>{left === null ? "\u00a0" : words.keptFor(left)}</p>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <Refusal booking={booking} reading={reading} chooseSlot={chooseSlot} />
      <BookingForm
        data={data}
        reading={reading}
        isSending={booking.isSending}
        label={words.book(`${day}, ${clock.time(slot.start)}`)}
        submit={booking.submit}
      />
    </section>
  );
}
