import { useLayoutEffect, useState } from "react";
import { home, whereTo } from "./where-to.ts";

/** Where a log-in on this page leads. The server does not read it from the address, so that its page is equal for all. */
export function useWhereTo(): string {
  const [to, setTo] = useState(home);
  useLayoutEffect(() => setTo(whereTo(location.search)), []);
  return to;
}
