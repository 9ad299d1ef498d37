import { Embedded } from "../../embedded/embedded.tsx";
import { View as Organization } from "../organization/view.tsx";
import type { EmbeddedOrganizationData } from "./page.ts";

/** `/embed/@{org}`: the meetings of an organization, whose cards lead on within the frame. */
export function View({ data }: { readonly data: EmbeddedOrganizationData }) {
  return (
    <Embedded origins={data.embedOrigins}>
      <Organization data={data} />
    </Embedded>
  );
}
