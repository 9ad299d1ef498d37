import type { DownMessage, Prefill } from "@tidbok/embed";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { isLanguage } from "../words/languages.ts";
import { connectToSite, type Connection } from "./connect-to-site.ts";
import styles from "./embedded.module.css";
import { EmbeddingProvider, type Embedding } from "./embedding.tsx";

type EmbeddedProps = { readonly origins: readonly string[]; readonly children?: ReactNode };

/** A page within a frame: the site is told its height and what happens in it, and says how it shall look. */
export function Embedded({ origins, children }: EmbeddedProps) {
  const root = useRef<HTMLDivElement>(null);
  const connection = useRef<Connection | null>(null);
  const [zone, setZone] = useState<string | null>(null);
  const [prefill, setPrefill] = useState<Prefill>({});

  useEffect(() => {
    const hear = (message: DownMessage) => {
      if (message.type === "theme") document.documentElement.dataset["theme"] = message.theme;
      if (message.type === "lang") speak(message.lang);
      if (message.type === "zone") setZone(String(message.zone));
      if (message.type === "prefill") setPrefill(textsOf(message.prefill));
    };
    const connected = connectToSite({ origins, hear });
    connection.current = connected;
    const heights = new ResizeObserver(() => {
      const height = Math.ceil(root.current?.getBoundingClientRect().height ?? 0);
      connected.tell({ type: "height", height });
    });
    if (root.current) heights.observe(root.current);
    const press = (event: KeyboardEvent) => {
      // Where Escape has closed something in the page, it has done its work.
      if (event.key === "Escape" && !event.defaultPrevented) connected.tell({ type: "close" });
    };
    document.addEventListener("keydown", press);
    return () => {
      connected.stop();
      heights.disconnect();
      document.removeEventListener("keydown", press);
    };
  }, []);

  const embedding = useMemo<Embedding>(
    () => ({ tell: (message) => connection.current?.tell(message), zone, prefill }),
    [zone, prefill],
  );
  return (
    <EmbeddingProvider value={embedding}>
      <div ref={root} className={styles["embedded"]}>
        {children}
      </div>
    </EmbeddingProvider>
  );
}

// Each language is a script of its own.
function speak(lang: string): void {
  if (!isLanguage(lang) || lang === document.documentElement.lang) return;
  const address = new URL(location.href);
  address.searchParams.set("lang", lang);
  location.replace(address);
}

function textsOf(prefill: unknown): Prefill {
  const entries = Object.entries(prefill ?? {}).slice(0, 50);
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value.slice(0, 5_000)]] : [],
    ),
  );
}
