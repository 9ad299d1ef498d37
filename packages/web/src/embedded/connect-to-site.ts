import {
  messageIn,
  messageVersion,
  type DownMessage,
  type Posted,
  type UpMessage,
} from "@tidbok/embed";

/** A way to talk to the site around the page. */
export type Connection = {
  readonly tell: (message: UpMessage) => void;
  readonly stop: () => void;
};

type Wanted = {
  /** The sites that may embed the page: a message of any other is not looked at. */
  readonly origins: readonly string[];
  readonly hear: (message: DownMessage) => void;
};

/**
 * Says `ready` and listens. Which site it is shows with the site's first message; until then messages wait, so that each
 * is posted to one origin. `ready` itself says nothing, and may be read by any.
 */
export function connectToSite({ origins, hear }: Wanted): Connection {
  const site = window.parent;
  let origin: string | null = null;
  let waiting: readonly UpMessage[] = [];
  const post = (message: UpMessage, to: string) =>
    site.postMessage({ ...message, tidbok: messageVersion } satisfies Posted<UpMessage>, to);

  const receive = (event: MessageEvent) => {
    if (event.source !== site || site === window || !origins.includes(event.origin)) return;
    const message = messageIn<DownMessage>(event.data);
    if (!message) return;
    origin = event.origin;
    const posted = waiting;
    waiting = [];
    for (const each of posted) post(each, origin);
    hear(message);
  };
  addEventListener("message", receive);
  if (site !== window) post({ type: "ready" }, "*");
  return {
    tell: (message) => {
      if (origin === null) waiting = [...waiting, message];
      else post(message, origin);
    },
    stop: () => removeEventListener("message", receive),
  };
}
