import { messageIn, messageVersion, type DownMessage, type UpMessage } from "./messages.ts";

/** A frame with the booking page, and a way to talk to it. */
export type Frame = {
  readonly iframe: HTMLIFrameElement;
  readonly send: (message: DownMessage) => void;
  readonly stop: () => void;
};

type Wanted = {
  /** Where Tidbok is, and the address of the page there. */
  readonly url: URL;
  readonly title: string;
  readonly hear: (message: UpMessage) => void;
  /** The page did not come: the site may not embed it, or the network is gone. It may still come late. */
  readonly miss: () => void;
};

// From the frame's load on; its script has run by then, or runs within this time.
const patienceMs = 4_000;

/** Makes the frame. It gets no permission and no address of a visitor; all else goes by messages. */
export function openFrame({ url, title, hear, miss }: Wanted): Frame {
  const iframe = document.createElement("iframe");
  let isReady = false;
  Object.assign(iframe, { title, loading: "lazy", src: url.href });
  iframe.allow = "publickey-credentials-get 'none'";
  iframe.setAttribute("part", "frame");

  const receive = ({ origin, source, data }: MessageEvent) => {
    // By both: another frame of the same origin, or the same frame after it was led elsewhere, is not the one.
    if (origin !== url.origin || source !== iframe.contentWindow) return;
    const message = messageIn<UpMessage>(data);
    if (!message) return;
    isReady ||= message.type === "ready";
    if (message.type === "height") iframe.style.blockSize = `${pixels(message.height)}px`;
    hear(message);
  };
  addEventListener("message", receive);
  iframe.addEventListener("load", () => setTimeout(() => isReady || miss(), patienceMs));
  return {
    iframe,
    send: (message) =>
      iframe.contentWindow?.postMessage({ ...message, tidbok: messageVersion }, url.origin),
    stop: () => {
      removeEventListener("message", receive);
      isReady = true;
    },
  };
}

function pixels(height: number): number {
  return Math.min(Math.max(Number(height) || 0, 50), 20_000);
}
