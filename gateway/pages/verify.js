import { alarm, button, element, show } from "./dom.js";
import { ask, linkToken } from "./graph.js";
import { say } from "./words.js";

// A press, not the visit, verifies: mail scanners open links, people press buttons.
async function verify() {
  try {
    const { verifyEmail } = await ask(
      `mutation ($input: VerifyEmailInput!) { verifyEmail(input: $input) { account { email } } }`,
      { variables: { input: { token: linkToken(), delivery: "COOKIE" } } },
    );
    // A person reads their own address, and a second visit is a visitor's.
    const isLoggedIn = verifyEmail.account?.email != null;
    show(element("h1", { textContent: isLoggedIn ? say.verifiedAndIn : say.verified }));
  } catch (error) {
    alarm(error.code === "INTERNAL" ? say.failed : say.linkBad);
  }
}

show(
  element("h1", { textContent: say.verifying }),
  element("div", { className: "choices" }, button(say.verify, verify)),
);
