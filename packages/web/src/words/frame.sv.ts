import type { FrameWords } from "./frame.en.ts";

/** What stands around every public page. */
export const frame: FrameWords = {
  quiet: "inga kakor, ingen spårning på sidan",
  policy: "Integritetspolicy",
  language: "Språk",
};
