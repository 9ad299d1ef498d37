import { useEffect } from "react";

/** The links to this page in other languages take the secret along, behind the `#`, where it reaches no server. */
export function useKeptSecret(secret: string | null): void {
  useEffect(() => {
    if (secret === null) return;
    const follow = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="?"]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      location.assign(`${link.getAttribute("href")}#${secret}`);
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [secret]);
}
