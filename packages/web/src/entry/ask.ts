import { createClient } from "@tidbok/client";

/** The graph for pages that begin or use a session: they are the only public ones with the browser's cookie. */
export const { ask } = createClient();
