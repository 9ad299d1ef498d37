import { OrganizationPageDocument, type OrganizationPageQuery } from "../../generated/graphql.ts";
import { definePage } from "../../server/public-page.ts";
import type { OrganizationWords } from "./words.en.ts";

/** What the page of an organization shows. */
export type OrganizationData = NonNullable<OrganizationPageQuery["organization"]>;

/** `/@{org}`: the public meetings of an organization. */
export const page = definePage<OrganizationWords, OrganizationData>({
  path: "/@:organization",
  hasScript: false,
  load: async (ask, { params }) => {
    const { data } = await ask(OrganizationPageDocument, { slug: params["organization"] ?? "" });
    return data.organization;
  },
  title: (_, { name }) => `${name} · Tidbok`,
  languageOf: ({ locale }) => locale,
});
