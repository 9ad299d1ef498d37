import type { BuildOptions, InlineConfig, Plugin } from "vite";

// Shared components import `react`; on public pages that is Preact, a tenth of its size.
const preact = [
  { find: /^react\/jsx-runtime$/, replacement: "preact/jsx-runtime" },
  { find: /^react(-dom)?$/, replacement: "preact/compat" },
];

/** A module that exists only while building. */
export function virtualModule(id: string, code: string): Plugin {
  const resolved = `\0${id}`;
  return {
    name: `tidbok:${id}`,
    resolveId: (source) => (source === id ? resolved : null),
    load: (source) => (source === resolved ? code : null),
  };
}

/** What all builds have in common. `isPublic` builds for Preact. */
export function viteConfig({
  folder,
  isPublic,
  plugins,
}: {
  readonly folder: string;
  readonly isPublic: boolean;
  readonly plugins: Plugin[];
}): InlineConfig {
  return {
    configFile: false,
    root: folder,
    logLevel: "warn",
    mode: "production",
    publicDir: false,
    plugins,
    resolve: { alias: isPublic ? preact : [] },
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    css: { modules: { generateScopedName: "[local]-[hash:base64:4]" } },
  };
}

/** How every build for browsers is packed: one style, assets as files, and nothing written by Vite itself. */
export const forBrowsers: BuildOptions = {
  write: false,
  target: "es2022",
  cssCodeSplit: false,
  modulePreload: false,
  reportCompressedSize: false,
  assetsInlineLimit: 0,
};
