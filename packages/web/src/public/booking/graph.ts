import { createClient } from "@tidbok/client";

/** The graph as a visitor asks it: without the cookie of a host that looks at their own page. */
export const graph = createClient({ credentials: "omit" });
