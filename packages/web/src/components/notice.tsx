import { ButtonLink } from "./button.tsx";
import styles from "./notice.module.css";

type NoticeProps = {
  readonly heading: string;
  readonly text: string;
  /** Where the one action leads; empty for this page once more. */
  readonly href: string;
  readonly action: string;
};

/** A page that has one thing to say and one thing to do. */
export function Notice({ heading, text, href, action }: NoticeProps) {
  return (
    <section className={styles["notice"]}>
      <h1>{heading}</h1>
      <p>{text}</p>
      <ButtonLink href={href}>{action}</ButtonLink>
    </section>
  );
}
