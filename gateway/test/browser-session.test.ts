import { expect, test } from "vitest";
import { ask, post } from "./support/ask.ts";
import { register } from "./support/people.ts";

test("a browser keeps its session in a cookie that no script reads, until it logs out", async () => {
  const { email, password, accountId } = await register("Bea");
  const entered = await post({
    query: "mutation ($input: LogInInput!) { logIn(input: $input) { tokens { accessToken } } }",
    variables: { input: { email, password, delivery: "COOKIE" } },
  });
  const given = entered.headers.get("set-cookie") ?? "";
  expect(given).toMatch(/^__Host-tidbok-session=[\w-]{43};/);
  for (const attribute of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=7776000"]) {
    expect(given).toContain(attribute);
  }
  const text = await entered.text();
  expect(JSON.parse(text)).toMatchObject({ data: { logIn: { tokens: null } } });
  const [cookie = ""] = given.split(";");
  expect(text).not.toContain(cookie.split("=")[1]);

  const me = async (headers: Record<string, string>) =>
    (await ask({ query: "{ me { id email } }", headers })).data?.me ?? null;
  expect(await me({ cookie })).toEqual({ id: accountId, email });
  const foreign = await post({
    query: "{ me { id } }",
    headers: { cookie, origin: "https://elsewhere.example" },
  });
  expect(foreign.status).toBe(403);

  const left = await post({ query: "mutation { logOut { isLoggedOut } }", headers: { cookie } });
  expect(left.headers.get("set-cookie")).toMatch(/^__Host-tidbok-session=;.*Max-Age=0/);
  expect(await me({ cookie })).toBeNull();
});
