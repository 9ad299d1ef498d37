import { useEffect, useState } from "react";
import { onAnnouncement } from "../announcer.ts";

/** The one place from which screen readers hear what has changed by itself. */
export function LiveRegion() {
  const [text, setText] = useState("");
  useEffect(() => onAnnouncement(setText), []);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {text}
    </p>
  );
}
