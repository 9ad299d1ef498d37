import { GraphError } from "@tidbok/client";
import { FinishLogInDocument } from "../generated/graphql.ts";
import { useWords } from "../words/words-context.tsx";
import type { EntryWords } from "../words/entry.en.ts";
import { ask } from "./ask.ts";
import { Field } from "./field.tsx";
import { Form } from "./form.tsx";

type CodeFormProps = {
  /** The token of the first step. */
  readonly token: string;
  readonly then: () => void | Promise<void>;
  /** Called when the first step is too long ago. */
  readonly whenOver?: (error: GraphError) => void;
};

/** The second step of a log-in: a code of the authenticator app, or a recovery code. */
export function CodeForm({ token, then, whenOver }: CodeFormProps) {
  const { entry } = useWords<{ entry: EntryWords }>();
  return (
    <Form
      submit={entry.logIn}
      send={async ({ code = "" }) => {
        try {
          await ask(FinishLogInDocument, { input: { token, code: code.trim() } });
        } catch (error) {
          const isOver = error instanceof GraphError && error.code === "SECOND_STEP_OVER";
          if (!isOver || !whenOver) throw error;
          return whenOver(error);
        }
        await then();
      }}
    >
      <CodeField />
    </Form>
  );
}

/** The field for a code. */
export function CodeField() {
  const { entry } = useWords<{ entry: EntryWords }>();
  return (
    <Field
      name="code"
      label={entry.code}
      hint={entry.codeHint}
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      required
    />
  );
}
