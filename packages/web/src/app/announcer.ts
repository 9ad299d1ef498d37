type Listener = (text: string) => void;

const listeners = new Set<Listener>();

/** Says a text politely to people with a screen reader, in the one live region of the app. */
export function announce(text: string): void {
  for (const listener of listeners) listener(text);
}

/** Tells the live region what to say; gives the way to stop. */
export function onAnnouncement(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
