import type { Prefill, Theme, UpMessage } from "@tidbok/embed";
import { createElement, useEffect, useRef, type ReactNode } from "react";

type Of<Type extends UpMessage["type"]> = Omit<Extract<UpMessage, { type: Type }>, "type">;

/** What `<TidbokBooking>` takes. */
export type TidbokBookingProps = {
  /** Where Tidbok is, such as https://book.example. */
  readonly origin: string;
  /** `@organization/meeting-type`, or `@organization` for all of its public meetings. */
  readonly page: string;
  readonly mode?: "inline" | "popup" | "button";
  /** What the button says, and what the frame is called. */
  readonly label?: string;
  readonly position?: "bottom-end" | "bottom-start" | "top-end" | "top-start";
  readonly theme?: Theme;
  readonly lang?: string;
  readonly zone?: string;
  readonly prefill?: Prefill;
  readonly className?: string;
  /** With `mode="popup"`, what opens the dialog. */
  readonly children?: ReactNode;
  readonly onSlotChosen?: (message: Of<"slot-chosen">) => void;
  readonly onBooked?: (message: Of<"booked">) => void;
  readonly onCancelled?: (message: Of<"cancelled">) => void;
  readonly onFailed?: (message: Of<"failed">) => void;
  readonly onClose?: () => void;
};

const events = {
  "slot-chosen": "onSlotChosen",
  booked: "onBooked",
  cancelled: "onCancelled",
  failed: "onFailed",
  close: "onClose",
} as const;

/** A booking page within a React page. The server draws an empty element; the script comes in the browser, once. */
export function TidbokBooking(props: TidbokBookingProps) {
  const { origin, page, mode, label, position, theme, lang, zone, className, children } = props;
  const element = useRef<HTMLElement & { prefill?: Prefill | null }>(null);
  const newest = useRef(props);
  useEffect(() => {
    newest.current = props;
  });
  useEffect(() => load(`${origin}/embed/v1.js`), [origin]);
  useEffect(() => {
    const target = element.current;
    // `close` of another element within it, such as a dialog, does not bubble; the messages have a detail.
    const hear = (event: Event) => {
      const handler = newest.current[events[event.type as keyof typeof events]];
      handler?.((event as CustomEvent<never>).detail);
    };
    const types = Object.keys(events);
    for (const type of types) target?.addEventListener(type, hear);
    return () => types.forEach((type) => target?.removeEventListener(type, hear));
  }, []);
  const written = JSON.stringify(props.prefill ?? null);
  useEffect(() => {
    if (element.current) element.current.prefill = JSON.parse(written) as Prefill | null;
  }, [written]);
  const given = { origin, page, mode, label, position, theme, lang, zone, class: className };
  return createElement("tidbok-booking", { ref: element, ...given }, children);
}

function load(src: string): void {
  if (document.querySelector(`script[src="${src}"]`)) return;
  document.head.append(Object.assign(document.createElement("script"), { src, async: true }));
}
