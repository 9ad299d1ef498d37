import { alarm, button, element, show } from "./dom.js";
import { ask, linkToken } from "./graph.js";
import { say } from "./words.js";

// A press, not the visit, verifies: mail scanners open links, people press buttons.
async function verify() {
  try {
    await ask(
      `mutation ($input: VerifyEmailInput!) { verifyEmail(input: $input) { __typename } }`,
      { variables: { input: { token: linkToken() } } },
    );
    show(element("h1", { textContent: say.verified }));
  } catch (error) {
    alarm(error.code === "INTERNAL" ? say.failed : say.linkBad);
  }
}

show(
  element("h1", { textContent: say.verifying }),
  element("div", { className: "choices" }, button(say.verify, verify)),
);
