import styles from "./organization-head.module.css";

type OrganizationHeadProps = { readonly logoUrl: string | null; readonly name: string };

/** The organization's logo; without one the first letters of its name. The name stands beside it. */
export function OrganizationHead({ logoUrl, name }: OrganizationHeadProps) {
  if (logoUrl)
    return <img className={styles["logo"]} src={logoUrl} alt="" width="44" height="44" />;
  return (
    <span className={styles["initials"]} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean).slice(0, 2);
  return words.map((word) => Array.from(word)[0]?.toUpperCase() ?? "").join("");
}
