/** What stands around every public page. */
export const frame = {
  quiet: "no cookies, no trackers on this page",
  policy: "Privacy policy",
  language: "Language",
};

export type FrameWords = typeof frame;
