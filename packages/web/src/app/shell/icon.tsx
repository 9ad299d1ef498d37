import styles from "./shell.module.css";

const paths = {
  calendar: "M3 4.5h10v9H3zM3 7h10M5.5 2.5v3M10.5 2.5v3",
  list: "M5.5 4H14M5.5 8H14M5.5 12H14M2 4h.01M2 8h.01M2 12h.01",
  tiles: "M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2zM9 9h5v5H9z",
  clock: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 5v3l2 1.5",
  lock: "M3 7h10v7H3zM5 7V5a3 3 0 0 1 6 0v2",
};

/** A picture beside a word; it says nothing of its own. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg className={styles["icon"]} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
