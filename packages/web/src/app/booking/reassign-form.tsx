import { useMutation } from "@tanstack/react-query";
import { Button } from "../../components/button.tsx";
import { useWords } from "../../words/words-context.tsx";
import { Problem } from "../components/problem.tsx";
import { reassignHost } from "./change-booking.ts";
import type { BookingWords } from "./words.en.ts";

type Host = { readonly id: string; readonly displayName: string | null };
type ReassignFormProps = {
  readonly bookingId: string;
  readonly hosts: readonly Host[];
  readonly others: readonly Host[];
};

/** Chooses the host that takes the booking over, and with several hosts the one that leaves it. */
export function ReassignForm({ bookingId, hosts, others }: ReassignFormProps) {
  const words = useWords<BookingWords>();
  const moving = useMutation({
    mutationFn: (form: FormData) =>
      reassignHost({
        bookingId,
        fromHostId: String(form.get("from")),
        toHostId: String(form.get("to")),
      }),
  });
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        moving.mutate(new FormData(event.currentTarget));
      }}
    >
      {hosts.length > 1 ? (
        <Choice name="from" label={words.hosts} hosts={hosts} />
      ) : (
        <input type="hidden" name="from" value={hosts[0]?.id} />
      )}
      <Choice name="to" label={words.reassignTo} hosts={others} />
      <Button type="submit">{words.reassign}</Button>
      {moving.error && <Problem error={moving.error} />}
    </form>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly label: string;
  readonly hosts: readonly Host[];
};

function Choice({ name, label, hosts }: ChoiceProps) {
  const { leftHost } = useWords<BookingWords>();
  return (
    <label className="field">
      <span className="label">{label}</span>
      <select name={name}>
        {hosts.map(({ id, displayName }) => (
          <option key={id} value={id}>
            {displayName ?? leftHost}
          </option>
        ))}
      </select>
    </label>
  );
}
