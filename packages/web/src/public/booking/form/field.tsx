import { useEmbedding } from "../../../embedded/embedding.tsx";
import { useWords } from "../../../words/words-context.tsx";
import styles from "./field.module.css";
import type { Mistake, Question } from "../visitor.ts";
import type { BookingWords } from "../words.en.ts";

type Asked = Pick<Question, "id" | "label" | "isRequired"> & { readonly kind: string } & Partial<
    Omit<Question, "kind">
  >;

type FieldProps = {
  readonly field: Asked;
  readonly mistake: Mistake["kind"] | undefined;
  /** The name in the form, where several fields share one. */
  readonly name?: string;
};

const autoComplete: Readonly<Record<string, string>> = {
  name: "name",
  email: "email",
  phone: "tel",
};
const types: Readonly<Record<string, string>> = { EMAIL: "email", PHONE: "tel" };

/** One field: its label, why it is asked and how long it is kept, and what is wrong with it. */
export function Field({ field, mistake, name }: FieldProps) {
  const words = useWords<BookingWords>();
  const prefill = useEmbedding()?.prefill ?? {};
  const { id, kind, label, isRequired, choices = [], purposes, retentionDays } = field;
  const described = [mistake ? `${id}-mistake` : "", purposes ? `${id}-why` : ""]
    .filter(Boolean)
    .join(" ");
  const common = {
    id,
    name: name ?? id,
    "aria-required": isRequired,
    "aria-invalid": mistake !== undefined,
    "aria-describedby": described || undefined,
    dir: "auto",
  };
  const written = Object.hasOwn(prefill, id) ? prefill[id] : "";
  const about = (
    <>
      {mistake && (
        <span id={`${id}-mistake`} className={styles["mistake"]}>
          {words.mistake[mistake]}
        </span>
      )}
      {purposes && (
        <span id={`${id}-why`} className={styles["why"]}>
          {words.why(purposes.map((purpose) => words.purposes[purpose]))}{" "}
          {words.keptDays(retentionDays ?? null)}
        </span>
      )}
    </>
  );
  if (kind === "CONSENT") {
    return (
      <div className={styles["field"]}>
        <label className={styles["consent"]}>
          <input {...common} type="checkbox" value="yes" />
          <span dir="auto">{label}</span>
        </label>
        {about}
      </div>
    );
  }
  return (
    <div className={styles["field"]}>
      <label htmlFor={id} dir="auto">
        {label} {!isRequired && <span className={styles["why"]}>{words.optional}</span>}
      </label>
      {kind === "LONG_TEXT" ? (
        <textarea {...common} rows={4} maxLength={5000} defaultValue={written} />
      ) : kind === "CHOICE" ? (
        <select {...common} defaultValue={written}>
          <option value="">{words.choose}</option>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          defaultValue={written}
          type={types[kind] ?? "text"}
          inputMode={kind === "NUMBER" ? "decimal" : undefined}
          autoComplete={autoComplete[id] ?? "off"}
          maxLength={kind === "NAME" ? 150 : 500}
        />
      )}
      {about}
    </div>
  );
}
