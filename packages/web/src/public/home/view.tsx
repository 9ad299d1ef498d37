import { ButtonLink } from "../../components/button.tsx";
import { Frame } from "../../components/frame.tsx";
import { useWords } from "../../words/words-context.tsx";
import styles from "./view.module.css";
import type { HomeWords } from "./words.en.ts";

/** `/`: what this is, and where to begin. */
export function View() {
  const words = useWords<HomeWords>();
  return (
    <Frame isWide>
      <section className={styles["hero"]}>
        <h1>{words.heading}</h1>
        <p>{words.lead}</p>
        <div className={styles["actions"]}>
          <ButtonLink href="/sign-up" look="primary">
            {words.start}
          </ButtonLink>
          <ButtonLink href="/log-in">{words.logIn}</ButtonLink>
        </div>
      </section>
      <ul className={styles["points"]}>
        {words.points.map(({ title, text }) => (
          <li key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ul>
      <p className={styles["developers"]}>
        <a href="/graphiql">{words.developers}</a>
      </p>
    </Frame>
  );
}
