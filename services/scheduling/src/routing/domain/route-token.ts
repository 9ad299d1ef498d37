import { z } from "zod";

/** The token that `route` returned, as a client sends it back; a longer text is never a token. */
export const routeToken = z.string().max(200, "must have 200 characters at most");
