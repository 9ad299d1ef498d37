import { alarm, button, element, show } from "./dom.js";
import { ask, linkToken } from "./graph.js";
import { logInForm } from "./log-in-form.js";
import { showOwnAccount } from "./own-account.js";
import { finishLogIn } from "./second-step.js";
import { say } from "./words.js";

async function showAccount() {
  if (!(await showOwnAccount(showForm))) showForm();
}

function showForm() {
  show(element("h1", { textContent: say.logIn }), ...logInForm(say.logIn, showAccount));
}

// A press, not the visit, uses the link up: mail scanners open links, people press buttons.
function showLink() {
  const follow = async () => {
    const input = { token: linkToken(), delivery: "COOKIE" };
    let entered;
    try {
      entered = await ask(
        `mutation ($input: LogInByLinkInput!) { logInByLink(input: $input) { secondStep { token } } }`,
        { variables: { input } },
      );
    } catch (error) {
      alarm(error.code?.startsWith("LINK_") ? say.linkBad : say.failed);
      return;
    }
    // The link is used up; nobody should find it in the history.
    history.replaceState(null, "", location.pathname);
    await finishLogIn(entered.logInByLink, showAccount);
  };
  show(
    element("h1", { textContent: say.logIn }),
    element("div", { className: "choices" }, button(say.logIn, follow)),
  );
}

// On the way back from a provider that we asked, where a code is still to be shown.
const [, codeToken] = /^code\.([\w-]+)$/.exec(linkToken()) ?? [];

if (codeToken) {
  history.replaceState(null, "", location.pathname);
  await finishLogIn({ secondStep: { token: codeToken } }, showAccount);
} else if (linkToken() === "") await showAccount();
else showLink();
