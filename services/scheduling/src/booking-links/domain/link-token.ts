import { z } from "zod";

/** The token of a booking link, as a client sends it; a longer text is never a token. */
export const linkToken = z.string().max(200, "must have 200 characters at most");
