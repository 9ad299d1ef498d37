import { useState, type FormEvent } from "react";
import { Button } from "../../../components/button.tsx";
import { readFragment } from "../../../generated/fragment-masking.ts";
import { FormQuestionsFragmentDoc, MeetingFactsFragmentDoc } from "../../../generated/graphql.ts";
import { useLanguage, useWords } from "../../../words/words-context.tsx";
import type { BookingData } from "../offer.ts";
import styles from "./booking-form.module.css";
import { Field } from "./field.tsx";
import { GuestFields } from "./guest-fields.tsx";
import { MistakeSummary } from "./mistake-summary.tsx";
import { SeriesFields } from "./series-fields.tsx";
import type { VisitorReading } from "../use-reading.ts";
import { answerTo, mistakeIn, type Mistake, type Visitor } from "../visitor.ts";
import type { BookingWords } from "../words.en.ts";

type BookingFormProps = {
  readonly data: BookingData;
  readonly reading: VisitorReading;
  readonly isSending: boolean;
  readonly label: string;
  readonly submit: (visitor: Visitor) => void;
};

/** Who books: name, address, the type's questions, guests and a series; mistakes stand in a summary and at their fields. */
export function BookingForm({ data, reading, isSending, label, submit }: BookingFormProps) {
  const words = useWords<BookingWords>();
  const language = useLanguage();
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const { questions } = readFragment(FormQuestionsFragmentDoc, data.type);
  const { location, hosts } = readFragment(MeetingFactsFragmentDoc, data.type);
  const needsPhone = location.kind === "HOST_CALLS";

  const fields = [
    { id: "name", kind: "NAME", label: words.name, isRequired: true },
    { id: "email", kind: "EMAIL", label: words.email, isRequired: true },
    ...(needsPhone ? [{ id: "phone", kind: "PHONE", label: words.phone, isRequired: true }] : []),
    ...questions,
  ];
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const valueOf = (name: string) => String(form.get(name) ?? "");
    const wrong = [
      ...fields.map((field) => mistakeIn(field.id, { ...field, value: valueOf(field.id) })),
      ...guestsOf(form).map((value, index) =>
        mistakeIn(`guest-${index}`, { value, kind: "EMAIL", isRequired: false }),
      ),
    ].flatMap((mistake) => mistake ?? []);
    setMistakes(wrong);
    if (wrong.length > 0 || isSending) return;
    const count = Number(valueOf("count"));
    submit({
      attendee: {
        name: valueOf("name").trim(),
        email: valueOf("email").trim(),
        ...(needsPhone && { phone: valueOf("phone").trim() }),
        timeZone: reading.timeZone,
        locale: language === "sv" ? "sv" : "en",
      },
      answers: questions.flatMap((question) => answerTo(question, valueOf(question.id)) ?? []),
      guests: guestsOf(form)
        .filter((value) => value !== "")
        .map((email) => ({ email })),
      series: count > 1 ? { frequency: valueOf("frequency"), count } : null,
    });
  };
  const labelOf = (id: string) => fields.find((field) => field.id === id)?.label ?? words.guest;
  return (
    <form className={styles["form"]} noValidate onSubmit={send}>
      <MistakeSummary mistakes={mistakes} labelOf={labelOf} />
      {fields.map((field) => (
        <Field
          key={field.id}
          field={field}
          mistake={mistakes.find((each) => each.field === field.id)?.kind}
        />
      ))}
      {data.type.maximumOccurrences > 1 ? (
        <SeriesFields most={data.type.maximumOccurrences} />
      ) : (
        <GuestFields mistakes={mistakes} />
      )}
      <Button type="submit" look="primary" aria-disabled={isSending}>
        {isSending ? words.sending : label}
      </Button>
      <p className={styles["receivers"]}>
        {words.receivers(words.list(hosts.flatMap(({ account }) => account.displayName ?? [])))}{" "}
        <a href="/policy">{words.frame.policy}</a>
      </p>
    </form>
  );
}

function guestsOf(form: FormData): readonly string[] {
  return form.getAll("guest").map((value) => String(value).trim());
}
