import { alarm, button, element, show } from "./dom.js";
import { ask, linkToken } from "./graph.js";
import { say } from "./words.js";

// A press, not the visit, agrees: mail scanners open links, people press buttons.
async function agree() {
  try {
    const { confirmEmailChange } = await ask(
      `mutation ($input: ConfirmEmailChangeInput!) { confirmEmailChange(input: $input) { isChanged } }`,
      { variables: { input: { token: linkToken() } } },
    );
    show(element("h1", { textContent: confirmEmailChange.isChanged ? say.changed : say.agreed }));
  } catch (error) {
    alarm(say[error.code] ?? (error.code?.startsWith("LINK_") ? say.linkBad : say.failed));
  }
}

show(
  element("h1", { textContent: say.changing }),
  element("div", { className: "choices" }, button(say.agree, agree)),
);
