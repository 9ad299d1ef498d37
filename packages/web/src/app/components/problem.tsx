import { GraphError } from "@tidbok/client";
import { Button } from "../../components/button.tsx";
import { useAppWords } from "../words/app-words-context.tsx";

type ProblemProps = {
  readonly error: unknown;
  /** Given where repeating is safe. */
  readonly onRetry?: () => void;
};

/** What went wrong, in words, and what to do about it. */
export function Problem({ error, onRetry }: ProblemProps) {
  const words = useAppWords();
  const failure = error instanceof GraphError ? error : null;
  return (
    <div role="alert" className="problem stack">
      <p>{words.errors[failure?.code ?? ""] ?? words.otherError}</p>
      {failure?.correlationId && (
        <details>
          <summary>{words.details}</summary>
          {words.correlation(failure.correlationId)}
        </details>
      )}
      {onRetry && (
        <p>
          <Button onClick={onRetry}>{words.retry}</Button>
        </p>
      )}
    </div>
  );
}
