import { createClient, GraphError, type TypedDocument } from "@tidbok/client";
import { useEffect, useMemo, useRef, useState } from "react";
import { readFragment } from "../../generated/fragment-masking.ts";
import {
  ManagedBookingFragmentDoc,
  ManagedBookingPageDocument,
  type ManagedBookingFragment,
} from "../../generated/graphql.ts";

/** A change that the graph is asked for: a document with its variables, and the name of the words that announce it. */
export type Change = {
  readonly name: "cancel" | "move" | "propose" | "decline" | "invite" | "remove" | "leave";
  readonly send: (ask: Manage["ask"]) => Promise<unknown>;
};

/** A booking by its link, and all that can be done with it. */
export type Manage = {
  readonly phase: "loading" | "shown" | "linkBad" | "failed" | "left";
  readonly booking: ManagedBookingFragment | null;
  /** The code of what went wrong last; null when nothing did. */
  readonly problem: string | null;
  /** What is sent in some seconds unless it is undone. */
  readonly soon: Change["name"] | null;
  readonly ask: <Data, Variables>(
    document: TypedDocument<Data, Variables>,
    variables: Variables,
  ) => Promise<Data>;
  readonly refresh: () => Promise<void>;
  /** Does it at once. */
  readonly now: (send: Change["send"]) => Promise<void>;
  /** Does it after six seconds, or when the page is hidden; nothing is sent before. */
  readonly later: (change: Change) => void;
  readonly undo: () => void;
};

const linkCodes = ["UNAUTHENTICATED", "MANAGE_LINK_EXPIRED", "NOT_FOUND"];

/** Reads and changes the booking as the bearer of the link. */
export function useManage(secret: string): Manage {
  const ask = useMemo(() => askBy(secret), [secret]);
  const [phase, setPhase] = useState<Manage["phase"]>("loading");
  const [booking, setBooking] = useState<ManagedBookingFragment | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const refresh = async () => {
    try {
      const { myBooking } = await ask(ManagedBookingPageDocument, {});
      setBooking(readFragment(ManagedBookingFragmentDoc, myBooking) ?? null);
      setPhase(myBooking ? "shown" : "linkBad");
    } catch (error) {
      const code = codeOf(error);
      setProblem(code);
      setPhase(linkCodes.includes(code) ? "linkBad" : "failed");
    }
  };
  const now = async (send: Change["send"]) => {
    setProblem(null);
    try {
      await send(ask);
    } catch (error) {
      setProblem(codeOf(error));
    }
    // After a failure, too: what failed may have been done, or made impossible meanwhile.
    await refresh();
  };
  const leave = async (send: Change["send"]) => {
    try {
      await send(ask);
      setPhase("left");
    } catch (error) {
      setProblem(codeOf(error));
    }
  };
  const { soon, later, undo } = useDelay((change) =>
    change.name === "leave" ? leave(change.send) : now(change.send),
  );
  useEffect(() => void refresh(), [ask]);
  return { phase, booking, problem, soon, ask, refresh, now, later, undo };
}

const delayMs = 6_000;

// Phones drop whatever comes after `visibilitychange`, so a page that is hidden sends at once. What is due is held beside
// the state, since a page may be left after "Undo" and before it is drawn again.
function useDelay(run: (change: Change) => Promise<void>) {
  const [soon, setSoon] = useState<Change | null>(null);
  const due = useRef<Change | null>(null);
  const runs = useRef(run);
  runs.current = run;
  const plan = (change: Change | null) => {
    due.current = change;
    setSoon(change);
  };
  useEffect(() => {
    if (soon === null) return;
    const send = () => {
      if (due.current !== soon) return;
      plan(null);
      void runs.current(soon);
    };
    const hide = () => document.visibilityState === "hidden" && send();
    const timer = setTimeout(send, delayMs);
    document.addEventListener("visibilitychange", hide);
    addEventListener("pagehide", send);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", hide);
      removeEventListener("pagehide", send);
    };
  }, [soon]);
  return { soon: soon?.name ?? null, later: plan, undo: () => plan(null) };
}

type Send = <Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
) => Promise<{ readonly data: Data }>;

function askBy(accessToken: string): Manage["ask"] {
  const { ask } = createClient({
    credentials: "omit",
    tokens: { accessToken },
    // The answer may come when the page is gone; the request must not go with it.
    fetch: (url, init) => fetch(url, { ...init, keepalive: true }),
  });
  const send = ask as unknown as Send;
  return async (document, variables) => (await send(document, variables)).data;
}

const exact = ["HAS_LEFT", "TOO_MANY", "NOT_PROPOSED"];

/** The code of an error; of an invalid input the code of its first problem where the page has words for that. */
function codeOf(error: unknown): string {
  if (!(error instanceof GraphError)) throw error;
  const { problems = [] } = error.details as { problems?: readonly { readonly code: string }[] };
  return problems.find(({ code }) => exact.includes(code))?.code ?? error.code;
}
