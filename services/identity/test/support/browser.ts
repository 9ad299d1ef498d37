/** A browser without script: follows what it is told within one origin, keeps cookies, submits forms. */
export function createBrowser(origin: string, language = "en") {
  const cookies = new Map<string, string>();

  async function go(
    url: string,
    init: { method?: string; body?: URLSearchParams } = {},
  ): Promise<{ url: string; status: number; html: string; headers: Headers }> {
    const response = await fetch(url, {
      ...init,
      redirect: "manual",
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        "accept-language": language,
        ...(init.method === "POST" ? { origin } : {}),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && location) {
      const next = new URL(location, url);
      if (next.origin !== origin) {
        return { url: next.href, status: response.status, html: "", headers: response.headers };
      }
      return go(next.href);
    }
    const { status, headers } = response;
    return { url, status, html: await response.text(), headers };
  }

  return {
    cookies,
    open: (url: string | URL) => go(String(url)),
    submit: (url: string, fields: readonly (readonly [string, string])[]) =>
      go(url, {
        method: "POST",
        body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
      }),
  };
}
