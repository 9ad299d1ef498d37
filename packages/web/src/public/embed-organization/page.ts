import { loadEmbedOrigins } from "../../embedded/load-embed-origins.ts";
import { definePage } from "../../server/public-page.ts";
import { page as organizationPage, type OrganizationData } from "../organization/page.ts";
import type { OrganizationWords } from "./words.en.ts";

/** The page of an organization, and the sites that may embed it. */
export type EmbeddedOrganizationData = OrganizationData & {
  readonly embedOrigins: readonly string[];
};

/** `/embed/@{org}`: the public meetings of an organization for a frame of another site. */
export const page = definePage<OrganizationWords, EmbeddedOrganizationData>({
  path: "/embed/@:organization",
  hasScript: true,
  load: async (ask, request) => {
    const [organization, embedOrigins] = await Promise.all([
      organizationPage.load?.(ask, request),
      loadEmbedOrigins(ask, request.params["organization"] ?? ""),
    ]);
    return organization ? { ...organization, embedOrigins } : null;
  },
  title: organizationPage.title,
  languageOf: ({ locale }) => locale,
  embedOriginsOf: ({ embedOrigins }) => embedOrigins,
});
