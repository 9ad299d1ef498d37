import { expect, test } from "vitest";
import type { App } from "../../domain/app.ts";
import { codePage } from "../../../log-in/adapters/code-page.ts";
import { consentPage } from "./consent-page.ts";
import { confirmCodePage, enterCodePage, failedPage } from "./device-pages.ts";
import { logInPage } from "./log-in-page.ts";

const evil = `"><script>alert('&')</script>`;
const escaped = "&#34;&#62;&#60;script&#62;alert(&#39;&#38;&#39;)&#60;/script&#62;";

const app: App = {
  id: "00000000-0000-7000-8000-000000000001",
  organizationId: "00000000-0000-7000-8000-000000000002",
  name: `Name ${evil}`,
  legalName: `Company ${evil}`,
  purpose: "provide.schedule",
  isConfidential: false,
  redirectUris: [],
  scopes: [{ scope: `scope ${evil}`, why: `Why ${evil}` }],
  createdAt: 0,
};

const pages: Readonly<Record<string, { readonly html: string; readonly times: number }>> = {
  consent: {
    html: consentPage({
      uid: evil,
      language: "en",
      app,
      givable: [`scope ${evil}`],
      unapproved: [`other ${evil}`],
    }),
    // Name, company, form address, five times the scope with its label, its reason, and the unapproved one.
    times: 11,
  },
  logIn: {
    html: logInPage({
      uid: evil,
      language: "sv",
      refused: "LOGIN_FAILED",
      providers: [{ id: "other", name: evil }],
    }),
    times: 2,
  },
  code: { html: codePage({ uid: evil, language: "en", token: evil, isWrong: true }), times: 2 },
  enterCode: {
    html: enterCodePage({ language: "en", secret: evil, userCode: evil, isInvalid: true }),
    times: 2,
  },
  confirmCode: {
    html: confirmCodePage({ language: "sv", secret: evil, userCode: evil, appName: evil }),
    times: 4,
  },
  failed: { html: failedPage("en", { error: evil, description: evil }), times: 2 },
};

test.each(Object.entries(pages))("the page %s escapes what others wrote", (_, { html, times }) => {
  expect(html).not.toContain("<script");
  expect(html).not.toContain(`alert('`);
  expect(html.split(escaped)).toHaveLength(times + 1);
});
