import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from "react";
import styles from "./field.module.css";
import { useProblemOf } from "./form-context.tsx";

type Named = { readonly name: string; readonly label: ReactNode; readonly hint?: string };
type FieldProps = InputHTMLAttributes<HTMLInputElement> & Named;

/** A field with its label, a hint and, where it is wrong, the mistake in words. Its id is its name. */
export function Field({ name, label, hint, ...rest }: FieldProps) {
  const problem = useProblemOf(name);
  return (
    <div className={styles["field"]}>
      <label className={styles["label"]} htmlFor={name}>
        {label}
      </label>
      {hint && (
        <span className={styles["hint"]} id={`${name}-hint`}>
          {hint}
        </span>
      )}
      <input
        {...rest}
        {...described({ name, hint, problem })}
        className={styles["control"]}
        id={name}
        name={name}
      />
      <Mistake name={name} text={problem} />
    </div>
  );
}

/** A box to tick; a consent, so it is never ticked beforehand. */
export function Tick({ name, label, ...rest }: FieldProps) {
  const problem = useProblemOf(name);
  return (
    <div className={styles["tick"]}>
      <input
        {...rest}
        {...described({ name, problem })}
        type="checkbox"
        id={name}
        name={name}
        value="yes"
      />
      <label htmlFor={name}>{label}</label>
      <Mistake name={name} text={problem} />
    </div>
  );
}

type ChoiceProps = SelectHTMLAttributes<HTMLSelectElement> & Named;

/** A choice of one among several. */
export function Choice({ name, label, ...rest }: ChoiceProps) {
  const problem = useProblemOf(name);
  return (
    <div className={styles["field"]}>
      <label className={styles["label"]} htmlFor={name}>
        {label}
      </label>
      <select
        {...rest}
        {...described({ name, problem })}
        className={styles["control"]}
        id={name}
        name={name}
      />
      <Mistake name={name} text={problem} />
    </div>
  );
}

function Mistake({ name, text }: { readonly name: string; readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <span className={styles["problem"]} id={`${name}-problem`}>
      {text}
    </span>
  );
}

type Described = {
  readonly name: string;
  readonly hint?: string | undefined;
  readonly problem: string | undefined;
};

function described({ name, hint, problem }: Described) {
  const ids = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean);
  return {
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": problem === undefined ? undefined : ("true" as const),
  };
}
