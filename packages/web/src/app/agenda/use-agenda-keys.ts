import { useEffect, useRef } from "react";
import { areKeysOn } from "./keys-setting.ts";
import type { AgendaSearch } from "./agenda-search.ts";

type AgendaKeys = {
  readonly go: (change: AgendaSearch) => void;
  readonly showKeys: () => void;
  readonly today: string;
};

/** Single keys of the agenda: while no field has focus and no dialog is open, and only as long as they are on. */
export function useAgendaKeys(keys: AgendaKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isElsewhere(event)) return;
      if (actOn(event.key, latest.current)) event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

function actOn(key: string, { go, showKeys, today }: AgendaKeys): boolean {
  if (key === "ArrowRight" || key === "ArrowLeft") return step(key);
  if (key === "?") showKeys();
  else if (!areKeysOn()) return false;
  else if (key === "t") go({ date: today });
  else if (key === "d") go({ view: "day" });
  else if (key === "w") go({ view: "week" });
  else if (key === "l") go({ view: "list" });
  else return false;
  return true;
}

// From entry to entry, in the order of time; the first one comes first.
function step(key: "ArrowRight" | "ArrowLeft"): boolean {
  const entries = [...document.querySelectorAll<HTMLElement>("[data-entry]")];
  const isForward = (key === "ArrowRight") === (document.documentElement.dir !== "rtl");
  const here = entries.indexOf(document.activeElement?.closest("[data-entry]") as HTMLElement);
  const next = entries[here < 0 ? 0 : here + (isForward ? 1 : -1)];
  next?.focus();
  return next !== undefined;
}

function isElsewhere({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isField =
    target instanceof Element && target.closest("input, textarea, select, [role=dialog]");
  return (
    Boolean(isField) ||
    ctrlKey ||
    metaKey ||
    altKey ||
    document.querySelector("[role=dialog]") !== null
  );
}
