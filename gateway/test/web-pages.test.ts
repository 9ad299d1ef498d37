import { expect, test } from "vitest";
import { publicOrigin, sessionCookie } from "./support/apps.ts";
import { runningPlatform } from "./support/running-platform.ts";

const organizationPage = () => `/@${runningPlatform().demo.organization.slug}`;
const open = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${publicOrigin()}${path}`, { headers: { accept: "text/html", ...headers } });

test("`/` says what this is, in the language of the browser or of the address", async () => {
  const swedish = await open("/", { "accept-language": "sv-FI,sv;q=0.9,en;q=0.5" });
  expect(swedish.headers.get("content-language")).toBe("sv");
  const text = await swedish.text();
  expect(text).toContain('<html lang="sv" dir="ltr">');
  expect(text).toContain("Boka en tid");
  expect(await (await open("/?lang=en")).text()).toContain("Book a time");
  expect(await (await open("/?lang=ar-XB")).text()).toContain('<html lang="ar-XB" dir="rtl">');
});

test("the page of an organization shows its meetings; an unknown one is 404 in words", async () => {
  const { demo } = runningPlatform();
  const text = await (await open(`${organizationPage()}?lang=en`)).text();
  expect(text).toContain(`href="${organizationPage()}/${demo.meetingType.slug}"`);
  const missing = await open("/@no-such-organization?lang=en");
  expect(missing.status).toBe(404);
  expect(await missing.text()).toContain("This page does not exist");
});

test("check 4: the HTML is equal with and without a session, and nothing sets a cookie", async () => {
  const { demo } = runningPlatform();
  const cookie = await sessionCookie(demo.logins[0]!);
  const [known, unknown] = await Promise.all([
    open(organizationPage(), { cookie }),
    open(organizationPage()),
  ]);
  expect(await known.text()).toBe(await unknown.text());
  expect(known.headers.getSetCookie()).toEqual([]);
});

test("check 5: pages have a strict policy, no inline script and no style attribute", async () => {
  for (const path of ["/", organizationPage(), "/nothing-here"]) {
    const response = await open(path);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    const text = await response.text();
    expect(text).not.toMatch(/<script(?![^>]*(src=|application\/json))/);
    expect(text).not.toMatch(/ style=/);
  }
});

test("check 6: assets are packed; HTML is asked for again; what is unknown is 404 and not a page", async () => {
  const mark = await open("/assets/mark.svg", { "accept-encoding": "br" });
  expect(mark.headers.get("content-encoding")).toBe("br");
  expect((await open("/")).headers.get("cache-control")).toBe("no-cache");
  const missing = await open("/assets/none.00000000.js");
  expect([missing.status, missing.headers.get("content-type")]).toEqual([404, "text/plain"]);
  const page = await open("/nothing/here?lang=en");
  expect(page.status).toBe(404);
  expect(await page.text()).toContain("This page does not exist");
  const program = await fetch(`${publicOrigin()}/nothing/here`);
  expect(await program.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
});
