import { Button } from "../../components/button.tsx";
import { readFragment, type FragmentType } from "../../generated/fragment-masking.ts";
import { ShareLinkFragmentDoc } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import { announce } from "../announcer.ts";
import type { AgendaWords } from "./words.en.ts";

type Organizations = readonly (FragmentType<typeof ShareLinkFragmentDoc> & {
  readonly slug: string;
})[];

/** What days without bookings show: the links that bring some. */
export function EmptyAgenda({ organizations }: { readonly organizations: Organizations }) {
  const words = useWords<AgendaWords>();
  return (
    <section className="card stack">
      <h2>{words.emptyHeading}</h2>
      <p>{words.emptyText}</p>
      {organizations.map((each) => (
        <ShareLink key={each.slug} organization={each} />
      ))}
    </section>
  );
}

function ShareLink({ organization }: { organization: FragmentType<typeof ShareLinkFragmentDoc> }) {
  const words = useWords<AgendaWords>();
  const { slug, name } = readFragment(ShareLinkFragmentDoc, organization);
  const address = `${location.origin}/@${slug}`;
  return (
    <p className="row">
      <a href={address}>{words.share(name)}</a>
      <Button
        onClick={() =>
          void navigator.clipboard.writeText(address).then(() => announce(words.copied))
        }
      >
        {words.copy}
      </Button>
    </p>
  );
}
