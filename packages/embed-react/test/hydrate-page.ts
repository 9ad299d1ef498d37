import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { SitePage } from "./site-page.ts";

// What the browser of a site runs; the server has left the properties in the element.
const root = document.getElementById("root") as HTMLElement;
const { origin = "", page = "" } = root.dataset;
hydrateRoot(root, createElement(SitePage, { origin, page }));
