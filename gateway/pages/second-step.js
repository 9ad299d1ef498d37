import { alarm, button, element, show } from "./dom.js";
import { ask } from "./graph.js";
import { say } from "./words.js";

// A field for a code of the authenticator app, or a recovery code.
export function codeField() {
  return element("input", { autocomplete: "one-time-code", required: true });
}

// Goes on from a log-in: at once where it is done, or once a code was shown.
export async function finishLogIn({ secondStep }, then) {
  if (!secondStep) return then();
  const code = codeField();
  const finish = async () => {
    const input = { token: secondStep.token, code: code.value };
    try {
      await ask(
        `mutation ($input: FinishLogInInput!) { finishLogIn(input: $input) { __typename } }`,
        {
          variables: { input },
        },
      );
    } catch (error) {
      alarm(say[error.code] ?? say.failed);
      return;
    }
    await then();
  };
  show(
    element("h1", { textContent: say.logIn }),
    element("label", {}, say.code, code),
    element("div", { className: "choices" }, button(say.logIn, finish)),
  );
}
