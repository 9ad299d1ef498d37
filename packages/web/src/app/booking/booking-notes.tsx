import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { readFragment, type FragmentType } from "../../generated/fragment-masking.ts";
import { BookingNotesFragmentDoc } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import { announce } from "../announcer.ts";
import { queryClient } from "../ask-graph.ts";
import { Problem } from "../components/problem.tsx";
import type { Clock } from "../time/create-clock.ts";
import { addNote } from "./change-booking.ts";
import type { BookingWords } from "./words.en.ts";

type BookingNotesProps = {
  readonly booking: FragmentType<typeof BookingNotesFragmentDoc>;
  readonly clock: Clock;
};

/** The reader's own notes about the attendee, and a field for a new one; absent for people that are no host of it. */
export function BookingNotes({ booking, clock }: BookingNotesProps) {
  const words = useWords<BookingWords>();
  const { id: bookingId, attendees, notes } = readFragment(BookingNotesFragmentDoc, booking);
  const [text, setText] = useState("");
  const adding = useMutation({
    mutationFn: () => addNote({ bookingId, attendeeId: attendees[0]?.id ?? null, text }),
    onSuccess: async () => {
      setText("");
      announce(words.noteAdded);
      await queryClient.invalidateQueries();
    },
  });
  if (!notes) return null;
  return (
    <section className="card stack">
      <h2>{words.notes}</h2>
      {notes.nodes.length === 0 && <p>{words.noNotes}</p>}
      <ul>
        {notes.nodes.map((note) => (
          <li key={note.id}>
            <bdi>{note.text}</bdi> <span className="soft">{clock.moment(note.createdAt)}</span>
          </li>
        ))}
      </ul>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          adding.mutate();
        }}
      >
        <label className="field">
          <span className="label">{words.newNote}</span>
          <textarea
            rows={2}
            required
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        <p className="soft">{words.noteRule}</p>
        <p>
          <Button type="submit">{words.addNote}</Button>
        </p>
        {adding.error && <Problem error={adding.error} />}
      </form>
    </section>
  );
}
