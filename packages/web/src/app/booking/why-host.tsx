import { readFragment, type FragmentType } from "../../generated/fragment-masking.ts";
import { WhyHostFragmentDoc } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import styles from "./booking.module.css";
import type { BookingWords } from "./words.en.ts";

type WhyHostProps = { readonly booking: FragmentType<typeof WhyHostFragmentDoc> };

/** Why the hosts were chosen, in a sentence and as the table that decided; absent when there was no choice. */
export function WhyHost({ booking }: WhyHostProps) {
  const words = useWords<BookingWords>();
  const { whyHost } = readFragment(WhyHostFragmentDoc, booking);
  if (!whyHost?.length) return null;
  const { standing } = words;
  return (
    <section className="card stack">
      <h2>{words.why}</h2>
      {whyHost.map(({ host, reason, standings }) => (
        <div key={host.id} className="stack">
          <p>{words.whyHost(host.displayName ?? words.leftHost, words.reasons[reason])}</p>
          {standings.length > 0 && (
            <table className={styles["standings"]}>
              <thead>
                <tr>
                  <th scope="col">{standing.host}</th>
                  <th scope="col">{standing.bookings}</th>
                  <th scope="col">{standing.weight}</th>
                  <th scope="col">{standing.isFree}</th>
                </tr>
              </thead>
              <tbody>
                {standings.map((each) => (
                  <tr key={each.host.id}>
                    <th scope="row">
                      <bdi>{each.host.displayName ?? words.leftHost}</bdi>
                    </th>
                    <td>{each.bookings}</td>
                    <td>{each.weight}</td>
                    <td>{each.isFree ? words.yes : words.no}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      ))}
    </section>
  );
}
