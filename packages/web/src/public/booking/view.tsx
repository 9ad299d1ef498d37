import { useEffect, useState, type ComponentType } from "react";
import { Frame } from "../../components/frame.tsx";
import { useEmbedding } from "../../embedded/embedding.tsx";
import { addMonths } from "../../time/calendar-month.ts";
import { groupByDay } from "../../time/group-by-day.ts";
import { localDate } from "../../time/local-date.ts";
import type { BookingData, Slot } from "./offer.ts";
import { DayColumn } from "./day-column.tsx";
import type { FormStepProps } from "./form-step.tsx";
import { MeetingFacts } from "./meeting-facts.tsx";
import { NoScript } from "./no-script.tsx";
import { TimeColumn } from "./time-column.tsx";
import { useReading } from "./use-reading.ts";
import { useSlots } from "./use-slots.ts";
import { useStep } from "./use-step.ts";
import styles from "./view.module.css";

/** `/@{org}/{type}`: choose a day and a time, say who you are, done; each step is an entry in the browser's history. */
export function View({ data }: { readonly data: BookingData }) {
  const reading = useReading(data.organization.timeZone);
  const slots = useSlots(data);
  const embedding = useEmbedding();
  const [step, go] = useStep();
  const [chosenDay, setDay] = useState<string | null>(null);
  const [slot, setSlot] = useState<Slot | null>(null);
  const [month, setMonth] = useState<string | null>(null);
  const [Form, setForm] = useState<ComponentType<FormStepProps> | null>(null);
  const days = groupByDay(slots.all, reading.timeZone);
  const first = slots.all[0]?.start ?? slots.next ?? data.now;
  const shownMonth = month ?? localDate(first, reading.timeZone).slice(0, 7);
  // A day that is gone in another zone is chosen no more.
  const day = chosenDay !== null && days.has(chosenDay) ? chosenDay : null;

  // The form comes while the visitor looks at days; nothing waits for it on a fast line.
  const load = () =>
    void import("./form-step.tsx").then((loaded) => setForm(() => loaded.FormStep));
  useEffect(() => {
    if (step === "choose") setSlot(null);
  }, [step]);

  const showMonth = (next: string) => {
    setMonth(next);
    slots.reach(addMonths(`${next}-01`, 1));
  };
  const chooseDay = (date: string) => {
    setDay(date);
    setMonth(date.slice(0, 7));
    load();
  };
  const chooseSlot = (chosen: Slot) => {
    if (!Form) load();
    setSlot(chosen);
    go("form");
    const startAt = new Date(chosen.start).toISOString();
    embedding?.tell({ type: "slot-chosen", meetingTypeId: data.type.id, startAt });
  };
  const isChoosing = step === "choose" || slot === null;
  return (
    <Frame isWide>
      <div
        className={styles["book"]}
        data-step={isChoosing ? "choose" : step}
        data-day={day ? "chosen" : "none"}
      >
        <MeetingFacts data={data} slots={slots} isFixed={!isChoosing} />
        {isChoosing ? (
          <>
            <DayColumn
              {...{ data, reading, slots, days, day, month: shownMonth, showMonth, chooseDay }}
            />
            <TimeColumn
              {...{ reading, slots, days, day, chooseSlot, leaveDay: () => setDay(null) }}
            />
          </>
        ) : Form ? (
          <Form {...{ data, reading, slots, slot, step, go, chooseSlot: setSlot }} />
        ) : (
          <div aria-busy="true" />
        )}
      </div>
      <NoScript data={data} />
    </Frame>
  );
}
