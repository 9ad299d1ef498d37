/** Something that sends a mail: it is done six seconds later, unless the person takes it back. */
export type DelayedAction = {
  /** What it acts on, such as the id of a booking. */
  readonly subject: string;
  /** What will happen, in a sentence. */
  readonly text: string;
  readonly run: () => Promise<void>;
};

const delayMs = 6_000;
type Waiting = DelayedAction & { readonly timer: ReturnType<typeof setTimeout> };
let waiting: readonly Waiting[] = [];
const listeners = new Set<() => void>();

/** Delays an action. Hiding or leaving the page does it at once, since phones drop what comes later. */
export function delay(action: DelayedAction): void {
  const timer = setTimeout(() => finish(action.subject), delayMs);
  set([...waiting, { ...action, timer }]);
}

/** Takes back what waits for the subject. */
export function takeBack(subject: string): void {
  for (const { timer } of of(subject)) clearTimeout(timer);
  set(waiting.filter((each) => each.subject !== subject));
}

/** What waits now; the same array until something changes. */
export function delayedActions(): readonly DelayedAction[] {
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
  const due = of(subject);
  takeBack(subject);
  for (const { run } of due) void run();
}

function of(subject: string): readonly Waiting[] {
  return waiting.filter((each) => each.subject === subject);
}

function set(next: readonly Waiting[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}
