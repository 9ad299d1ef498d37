import type { ReactNode } from "react";
import { useEmbedding } from "../embedded/embedding.tsx";
import { useLanguage, useWords } from "../words/words-context.tsx";
import type { FrameWords } from "../words/frame.en.ts";
import styles from "./frame.module.css";
import { inLanguage } from "./in-language.ts";
import { Mark } from "./mark.tsx";

type FrameProps = {
  readonly children?: ReactNode;
  readonly isWide?: boolean;
  /** What the page does with cookies, where it is not "none". */
  readonly promise?: string;
};

/** What surrounds a public page, unless a site does so: its one main part, and below it the mark, the promise and the languages. */
export function Frame({ children, isWide = false, promise }: FrameProps) {
  const { frame } = useWords<{ frame: FrameWords }>();
  const language = useLanguage();
  // The site around it has its own.
  if (useEmbedding()) return <main id="main">{children}</main>;
  return (
    <div className={`${styles["frame"]} ${isWide ? styles["wide"] : ""}`}>
      <main id="main">{children}</main>
      <footer className={styles["footer"]}>
        <span className={styles["promise"]}>
          <Mark /> Tidbok: {promise ?? frame.quiet}
        </span>
        <nav className={styles["links"]} aria-label={frame.language}>
          <Choice tag="en" isCurrent={language === "en"} name="English" />
          <Choice tag="sv" isCurrent={language === "sv"} name="Svenska" />
          <a href="/policy">{frame.policy}</a>
        </nav>
      </footer>
    </div>
  );
}

function Choice({ tag, name, isCurrent }: { tag: string; name: string; isCurrent: boolean }) {
  return (
    <a
      href={`?lang=${tag}`}
      lang={tag}
      hrefLang={tag}
      aria-current={isCurrent ? "true" : undefined}
      onClick={(event) => (event.currentTarget.href = inLanguage(tag))}
    >
      {name}
    </a>
  );
}
