import { Frame } from "../../components/frame.tsx";
import { Notice } from "../../components/notice.tsx";
import { useWords } from "../../words/words-context.tsx";
import type { NotFoundWords } from "./words.en.ts";

/** Says that the address leads to nothing. */
export function View() {
  const { heading, text, action } = useWords<NotFoundWords>();
  return (
    <Frame>
      <Notice heading={heading} text={text} href="/" action={action} />
    </Frame>
  );
}
