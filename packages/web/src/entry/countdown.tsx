import { useEffect, useState } from "react";

/** The time that is left, each second anew; nothing once it is over. Not read aloud: it would never stop. */
export function Countdown({ until }: { readonly until: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((until - now) / 1_000));
  if (seconds === 0) return null;
  return (
    <span aria-hidden="true">
      {" "}
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}
    </span>
  );
}
