import { alarm, button, element, show } from "./dom.js";
import { ask, linkToken } from "./graph.js";
import { createPasskey } from "./passkey.js";
import { say } from "./words.js";

// A press, not the visit, begins: a browser asks a device for a passkey only when somebody is there.
async function enrol() {
  const token = linkToken();
  try {
    const { beginStaffEnrolment } = await ask(
      `mutation ($input: BeginStaffEnrolmentInput!) { beginStaffEnrolment(input: $input) { challenge relyingPartyId
        relyingPartyName userHandle userName displayName algorithms excludedCredentialIds timeoutMilliseconds } }`,
      { variables: { input: { token } } },
    );
    const input = { token, name: say.passkey, ...(await createPasskey(beginStaffEnrolment)) };
    await ask(
      `mutation ($input: FinishStaffEnrolmentInput!) { finishStaffEnrolment(input: $input) { __typename } }`,
      { variables: { input } },
    );
  } catch (error) {
    alarm(error.code === "LINK_INVALID" ? say.linkBad : say.badPasskey);
    return;
  }
  // The link is used up; nobody should find it in the history.
  history.replaceState(null, "", location.pathname);
  show(element("h1", { textContent: say.enrolled }), element("a", { href: "/log-in" }, say.logIn));
}

show(
  element("h1", { textContent: say.enrolling }),
  element("div", { className: "choices" }, button(say.addPasskey, enrol)),
);
