import { expect, test } from "vitest";
import { demand } from "./support/ask.ts";
import { createOrganization } from "./support/offers.ts";
import { register } from "./support/people.ts";

const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

test("an organization's logo is served from here, as a picture and as nothing else", async () => {
  const owner = await register("Malin");
  const { id: organizationId } = await createOrganization(owner);
  const { setOrganizationLogo } = await demand({
    query:
      "mutation ($input: SetOrganizationLogoInput!) { setOrganizationLogo(input: $input) { logoUrl } }",
    variables: { input: { organizationId, png: pixel } },
    token: owner.token,
  });
  const url: string = setOrganizationLogo.logoUrl;
  for (const accept of ["image/png", "text/html"]) {
    const served = await fetch(url, { headers: { accept } });
    expect(served.status).toBe(200);
    expect(Object.fromEntries(served.headers)).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "public, max-age=31536000, immutable",
    });
    expect(Buffer.from(await served.arrayBuffer()).toString("base64")).toBe(pixel);
  }
  for (const wrong of [url.replace(/[0-9a-f]{4}\.png/, "0000.png"), url.replace(".png", ".svg")]) {
    expect((await fetch(wrong)).status).toBe(404);
  }
});
