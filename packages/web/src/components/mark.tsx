import styles from "./mark.module.css";

/** Tidbok's sign, beside its name. */
export function Mark() {
  return (
    <svg className={styles["mark"]} viewBox="0 0 28 28" aria-hidden="true">
      <rect width="28" height="28" rx="7" />
      <path d="M8 9h12M14 9v11" />
    </svg>
  );
}
