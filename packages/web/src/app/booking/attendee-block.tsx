import { readFragment, type FragmentType } from "../../generated/fragment-masking.ts";
import { AttendeeBlockFragmentDoc, type AttendeeBlockFragment } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import { Value } from "../components/value.tsx";
import styles from "./booking.module.css";
import { Fact } from "./fact.tsx";
import type { BookingWords } from "./words.en.ts";

type AttendeeBlockProps = { readonly attendee: FragmentType<typeof AttendeeBlockFragmentDoc> };

/** An attendee: what they gave when they booked, as far as the reader may know it. */
export function AttendeeBlock({ attendee }: AttendeeBlockProps) {
  const words = useWords<BookingWords>();
  const read = readFragment(AttendeeBlockFragmentDoc, attendee);
  const { name, email, phone, timeZone, cancellationReason, answers } = read;
  return (
    <section className="card stack">
      <h2>{words.attendee}</h2>
      <dl className={styles["facts"]}>
        <Fact label={words.name}>
          <Value label={words.name} coordinate="Attendee.name" value={name} />
        </Fact>
        <Fact label={words.email}>
          <Value label={words.email} coordinate="Attendee.email" value={email} />
        </Fact>
        <Fact label={words.phone}>
          <Value label={words.phone} coordinate="Attendee.phone" value={phone} />
        </Fact>
        <Fact label={words.attendeeZone}>
          <Value label={words.attendeeZone} coordinate="Attendee.timeZone" value={timeZone} />
        </Fact>
        {cancellationReason && (
          <Fact label={words.cancellationReason}>
            <bdi>{cancellationReason}</bdi>
          </Fact>
        )}
        {answers ? (
          answers.map((answer) => <AnswerFact key={answer.question.id} {...answer} />)
        ) : (
          <Fact label={words.answers}>
            <Value label={words.answers} coordinate="Attendee.answers" value={null} />
          </Fact>
        )}
        {answers?.length === 0 && <Fact label={words.answers}>{words.noAnswers}</Fact>}
      </dl>
    </section>
  );
}

type AnswerFactProps = NonNullable<AttendeeBlockFragment["answers"]>[number];

function AnswerFact({ question, text, number, consent }: AnswerFactProps) {
  const words = useWords<BookingWords>();
  const said = consent === null ? (text ?? number) : consent ? words.yes : words.no;
  const coordinate = consent === null && text === null ? "Answer.number" : "Answer.text";
  return (
    <Fact label={question.label}>
      <Value label={question.label} coordinate={coordinate} value={said} />
    </Fact>
  );
}
