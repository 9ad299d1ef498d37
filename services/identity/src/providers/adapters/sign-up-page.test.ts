import { expect, test } from "vitest";
import { signUpPage } from "./sign-up-page.ts";

test("the sign-up page escapes what a provider says of a person", () => {
  const evil = `"><script>alert('&')</script>`;
  const html = signUpPage({
    language: "en",
    person: {
      provider: "other",
      issuer: "https://provider.example",
      subject: "subject",
      name: evil,
      email: `${evil}@example.test`,
      isEmailCertain: false,
    },
    policyVersion: evil,
  });
  expect(html).not.toContain("<script");
  expect(html).toContain(
    'value="&#34;&#62;&#60;script&#62;alert(&#39;&#38;&#39;)&#60;/script&#62;"',
  );
  expect(html).toContain("&#60;/script&#62;@example.test");
});
