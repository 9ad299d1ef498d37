import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { useEffect } from "react";
import { ShellDocument } from "../../generated/graphql.ts";
import { graphQuery } from "../ask-graph.ts";
import { Problem } from "../components/problem.tsx";
import { Working } from "../components/working.tsx";
import { toLogIn } from "../to-log-in.ts";
import { useAppWords } from "../words/app-words-context.tsx";
import { LiveRegion } from "./live-region.tsx";
import { Menu } from "./menu.tsx";
import styles from "./shell.module.css";
import { UndoBar } from "./undo-bar.tsx";

/** What surrounds each route: the menu, the live region, and what can still be taken back. */
export function Shell() {
  const words = useAppWords();
  const { data, error, refetch } = useQuery(graphQuery(ShellDocument));
  const me = data?.data.me;
  const isVisitor = data !== undefined && me === null;
  useEffect(() => {
    if (isVisitor) toLogIn();
  }, [isVisitor]);
  return (
    <div className={styles["shell"]}>
      <a className={styles["skip"]} href="#main">
        {words.toMain}
      </a>
      {me ? <Menu account={me} /> : <div />}
      <main id="main" tabIndex={-1}>
        {error && <Problem error={error} onRetry={() => void refetch()} />}
        {me ? <Outlet /> : !error && <Working />}
      </main>
      <LiveRegion />
      <UndoBar />
    </div>
  );
}
