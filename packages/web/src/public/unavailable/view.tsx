import { Frame } from "../../components/frame.tsx";
import { Notice } from "../../components/notice.tsx";
import { useWords } from "../../words/words-context.tsx";
import type { UnavailableWords } from "./words.en.ts";

/** Says that a part of the platform is away, and when to come again. */
export function View() {
  const { heading, text, action } = useWords<UnavailableWords>();
  return (
    <Frame>
      <Notice heading={heading} text={text} href="" action={action} />
    </Frame>
  );
}
