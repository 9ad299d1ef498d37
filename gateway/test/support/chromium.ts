import { execFileSync } from "node:child_process";
import { chromium, type Browser, type Page } from "playwright-core";
import { inject } from "vitest";

/** The browser for tests; null on a machine without one, where tests in a browser are left out. */
export const chromiumProgram = inject("platform").chromium;

/** Starts the browser, which sends no request of its own. */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: pathOf(chromiumProgram ?? ""),
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", ...more],
  });
}

/** Gives a page a device for passkeys that verifies its person, as the browser's own tests do. */
export async function addDevice(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const held = async () =>
    (await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
  return {
    held,
    /** Puts a copy of the passkey from earlier in the place of what the device holds. */
    restore: async (earlier: Awaited<ReturnType<typeof held>>) => {
      await cdp.send("WebAuthn.clearCredentials", { authenticatorId });
      for (const credential of earlier) {
        await cdp.send("WebAuthn.addCredential", { authenticatorId, credential });
      }
    },
  };
}

function pathOf(name: string): string {
  return name.includes("/") ? name : execFileSync("which", [name], { encoding: "utf8" }).trim();
}
