export { loadWeb, type Web } from "./load-web.ts";
export type { Asset } from "./asset.ts";
export type { PageAnswer, Pages } from "./server/create-pages.ts";
export type { PageRequest } from "./server/public-page.ts";
