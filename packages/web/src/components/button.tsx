import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from "react";
import styles from "./button.module.css";

/** `primary` for the one next step of a page, `quiet` for what is rare, `danger` for what destroys. */
export type ButtonLook = "primary" | "plain" | "quiet" | "danger";

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { readonly look?: ButtonLook };
type ButtonLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly look?: ButtonLook };

/** A button; it submits a form only when it says so. */
export function Button({ look = "plain", ...rest }: ButtonProps) {
  return <button type="button" {...rest} className={`${styles["button"]} ${styles[look]}`} />;
}

/** A link that looks like a button, because it is the next step. */
export function ButtonLink({ look = "plain", ...rest }: ButtonLinkProps) {
  return <a {...rest} className={`${styles["button"]} ${styles[look]}`} />;
}
