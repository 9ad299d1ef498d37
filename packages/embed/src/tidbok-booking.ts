import type { DownMessage, Posted, Prefill, Theme, UpMessage } from "./messages.ts";
import { openFrame, type Frame } from "./open-frame.ts";
import { createSheet } from "./create-sheet.ts";
import { languageOf, wordsIn } from "./words.ts";

// Of the script itself, so that a site names Tidbok once.
const home = (document.currentScript as HTMLScriptElement | null)?.src ?? location.href;
const sheet = createSheet();
const pagePattern = /^@[\w-]+(\/[\w-]+)?$/;

/**
 * `<tidbok-booking page="@org/type" mode="inline|popup|button">`: a booking page within another site. It fires `ready`,
 * `slot-chosen`, `booked`, `cancelled`, `failed` and `close`, each with the message as `detail`.
 */
// eslint-disable-next-line tidbok/no-class -- browsers take custom elements as classes only
export class TidbokBooking extends HTMLElement {
  static observedAttributes = ["page", "mode", "label", "lang", "theme", "zone"];
  #root = this.attachShadow({ mode: "open" });
  #frame: Frame | null = null;
  #dialog: HTMLDialogElement | null = null;
  #opener: HTMLElement | null = null;
  #isBooked = false;
  #prefill: Prefill | null = null;

  /** What the form is filled with. By message, so that it stands in no address and no log. */
  get prefill(): Prefill | null {
    return this.#prefill;
  }
  set prefill(prefill: Prefill | null) {
    this.#prefill = prefill;
    if (prefill) this.#frame?.send({ type: "prefill", prefill });
  }

  connectedCallback(): void {
    this.#root.adoptedStyleSheets = [sheet];
    // A site may have set it before this script came.
    if (Object.hasOwn(this, "prefill")) {
      const { prefill } = this;
      delete (this as { prefill?: unknown }).prefill;
      this.prefill = prefill;
    }
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#clear();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.isConnected || before === now) return;
    const message = this.#settings().find(({ type }) => type === name);
    if (message) this.#frame?.send(message);
    else if (name !== "lang" && name !== "zone") this.#draw();
  }

  /** Opens the dialog, with `mode="popup"` and `mode="button"`. */
  show(): void {
    const dialog = this.#dialog;
    if (!dialog || dialog.open) return;
    this.#opener ??= document.activeElement as HTMLElement | null;
    if (!this.#frame) this.#fill(dialog);
    dialog.showModal();
  }

  /** Closes the dialog; focus returns to what opened it. */
  close(): void {
    this.#dialog?.close();
  }

  #clear(): void {
    this.#leave();
    this.#dialog = null;
    this.#root.replaceChildren();
  }

  #leave(): void {
    this.#frame?.stop();
    this.#frame = null;
    this.#isBooked = false;
  }

  #draw(): void {
    this.#clear();
    if (!pagePattern.test(this.#page)) {
      return reportError(
        new TypeError('tidbok-booking: page must be such as "@organization/type"'),
      );
    }
    const mode = this.getAttribute("mode") ?? "inline";
    if (mode !== "popup" && mode !== "button") return this.#fill(this.#root);
    const { book, close } = wordsIn(languageOf(this));
    const opener = mode === "popup" ? document.createElement("slot") : make("button", "button");
    if (mode === "button") {
      opener.className = "float";
      opener.textContent = this.getAttribute("label") ?? book;
    }
    opener.onclick = (event) => {
      // The opener may be a link, for browsers without script. Not each browser gives a clicked button focus.
      event.preventDefault();
      this.#opener = (event.target as Element).closest("a,button");
      this.show();
    };
    opener.onpointerenter = opener.onfocus = () => preconnect(this.#origin);
    const dialog = (this.#dialog = make("dialog", "dialog"));
    const shut = make("button", "close");
    dialog.ariaLabel = this.getAttribute("label") ?? book;
    Object.assign(shut, { className: "close", ariaLabel: close, textContent: "✕" });
    shut.onclick = () => dialog.close();
    dialog.onclick = ({ target }) => target === dialog && dialog.close();
    dialog.onclose = () => {
      this.#opener?.focus();
      this.#opener = null;
      // What was booked is not shown again; what was only begun is.
      if (this.#isBooked) this.#leave();
      this.#fire({ type: "close" });
    };
    dialog.append(shut);
    this.#root.append(opener, dialog);
  }

  // The frame, and a plain link which takes its place where the site may not show it.
  #fill(place: ParentNode): void {
    const language = languageOf(this);
    const url = new URL(`/embed/${this.#page}`, this.#origin);
    if (language) url.searchParams.set("lang", language);
    const link = make("a", "link");
    link.href = `${this.#origin}/${this.#page}`;
    link.target = "_blank";
    link.textContent = this.getAttribute("label") ?? wordsIn(language).book;
    link.hidden = true;
    const swap = (isMissing: boolean) => (link.hidden = !(frame.iframe.hidden = isMissing));
    const frame = openFrame({
      url,
      title: link.textContent,
      miss: () => swap(true),
      hear: (message) => {
        if (message.type === "height") return;
        if (message.type === "close") return this.close();
        if (message.type === "ready") {
          swap(false);
          this.#settings().forEach(frame.send);
        }
        this.#isBooked ||= message.type === "booked";
        this.#fire(message);
      },
    });
    const box = document.createElement("div");
    if (place === this.#root) box.className = "inline";
    box.append(frame.iframe, link);
    place.append(box);
    this.#frame = { ...frame, stop: () => (frame.stop(), box.remove()) };
  }

  get #page(): string {
    return this.getAttribute("page") ?? "";
  }

  get #origin(): string {
    return new URL(this.getAttribute("origin") ?? home).origin;
  }

  #settings(): DownMessage[] {
    const [lang, zone] = [languageOf(this), this.getAttribute("zone")];
    const theme = (this.getAttribute("theme") ?? "auto") as Theme;
    return [
      { type: "theme", theme },
      ...(lang ? [{ type: "lang", lang } as const] : []),
      ...(zone ? [{ type: "zone", zone } as const] : []),
      ...(this.#prefill ? [{ type: "prefill", prefill: this.#prefill } as const] : []),
    ];
  }

  #fire(message: UpMessage): void {
    const { type, tidbok: _, ...detail } = message as Posted<UpMessage>;
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}

function make<Name extends "a" | "button" | "dialog">(name: Name, part: string) {
  const element = document.createElement(name);
  element.setAttribute("part", part);
  return element;
}

function preconnect(origin: string): void {
  const known = document.head.querySelector(`link[rel=preconnect][href="${origin}"]`);
  if (!known)
    document.head.append(
      Object.assign(document.createElement("link"), { rel: "preconnect", href: origin }),
    );
}
