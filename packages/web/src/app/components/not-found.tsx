import { Link } from "@tanstack/react-router";
import { useAppWords } from "../words/app-words-context.tsx";

/** What an address shows that does not exist, or that the person may not open: both look the same. */
export function NotFound() {
  const words = useAppWords();
  return (
    <section className="stack">
      <h1>{words.notFound}</h1>
      <p>{words.notFoundText}</p>
      <p>
        <Link to="/app">{words.toAgenda}</Link>
      </p>
    </section>
  );
}
