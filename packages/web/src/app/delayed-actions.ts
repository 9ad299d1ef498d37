/** Something that sends a mail: it is done six seconds later, unless the person takes it back. */
export type DelayedAction = {
  /** What it acts on, such as the id of a booking. */
  readonly subject: string;
  /** What will happen, in a sentence. */
  readonly text: string;
  /** What is said where it did not work. */
  readonly failure: string;
  readonly run: () => Promise<void>;
};

/** An action that waits, or that was tried and did not work: that stays in view until it is put away. */
export type ShownAction = DelayedAction & { readonly hasFailed: boolean };

const delayMs = 6_000;
type Waiting = ShownAction & { readonly timer: ReturnType<typeof setTimeout> };
let waiting: readonly Waiting[] = [];
const listeners = new Set<() => void>();

/** Delays an action. Hiding or leaving the page does it at once, since phones drop what comes later. */
export function delay(action: DelayedAction): void {
  const timer = setTimeout(() => finish(action.subject), delayMs);
  takeBack(action.subject);
  set([...waiting, { ...action, hasFailed: false, timer }]);
}

/** Takes back what waits for the subject, or puts away that it failed. */
export function takeBack(subject: string): void {
  for (const { timer } of of(subject)) clearTimeout(timer);
  set(waiting.filter((each) => each.subject !== subject));
}

/** What waits now or has failed; the same array until something changes. */
export function delayedActions(): readonly ShownAction[] {
  return waiting;
}

/** Calls the listener after each change; gives the way to stop. */
export function onDelayedActions(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") for (const each of waiting) finish(each.subject);
});
addEventListener("pagehide", () => {
  for (const each of waiting) finish(each.subject);
});

function finish(subject: string): void {
  const due = of(subject).filter(({ hasFailed }) => !hasFailed);
  if (due.length === 0) return;
  takeBack(subject);
  for (const each of due) {
    each.run().catch(() => set([...waiting, { ...each, hasFailed: true }]));
  }
}

function of(subject: string): readonly Waiting[] {
  return waiting.filter((each) => each.subject === subject);
}

function set(next: readonly Waiting[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}
