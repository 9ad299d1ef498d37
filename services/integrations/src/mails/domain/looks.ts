/** The colours that mails use, by name. Each meets 4.5 : 1 (WCAG 2.2, 1.4.3) on the surface that it stands on. */
export type Looks = Readonly<
  Record<"paper" | "surface" | "line" | "ink" | "soft" | "spruce" | "onSpruce", string>
>;

/** The looks of the pages (tokens.css), for mail programs that know no variables. */
export const light: Looks = {
  paper: "#f6f5f1",
  surface: "#ffffff",
  line: "#dedbd1",
  ink: "#17201c",
  soft: "#4c5752",
  spruce: "#0c5c4a",
  onSpruce: "#ffffff",
};

/** The same for mail programs that are dark. */
export const dark: Looks = {
  paper: "#111513",
  surface: "#191f1c",
  line: "#2f3934",
  ink: "#edf1ee",
  soft: "#a9b5af",
  spruce: "#66d1ae",
  onSpruce: "#06231b",
};

export const font = "ui-sans-serif,system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
