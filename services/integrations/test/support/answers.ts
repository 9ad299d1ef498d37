import { newId } from "@tidbok/domain";

/** A booking as the graph answers it. Tests give what matters to them. */
export function bookingAnswer(own: Partial<ReturnType<typeof plainBooking>> = {}) {
  return { ...plainBooking(), ...own };
}

function plainBooking() {
  return {
    id: newId(),
    state: "CONFIRMED",
    sequence: 0,
    startAt: "2027-02-01T09:00:00.000Z",
    endAt: "2027-02-01T09:30:00.000Z",
    location: { kind: "IN_PERSON", text: "Kungsgatan 1, Stockholm" as string | null },
    answerBy: null as string | null,
    cancellation: null as { by: string } | null,
    meetingType: { title: "Coaching" },
    organization: { name: "Lindgren Coaching" } as { name: string | null; logoPng?: string },
    proposal: null as { state: string; startsAt: string[] } | null,
    hosts: [hostAnswer()],
    formerHosts: [] as ReturnType<typeof hostAnswer>[],
    missingHosts: [] as { id: string }[],
    attendees: [attendeeAnswer()],
    series: null as { bookings: Further[] } | null,
    guests: [] as ReturnType<typeof guestAnswer>[],
  };
}

type Further = {
  id: string;
  state: string;
  sequence: number;
  startAt: string;
  endAt: string;
  hosts: { id: string }[];
  attendees: { manageUrl: string | null }[];
};

export function hostAnswer(own: Partial<ReturnType<typeof plainHost>> = {}) {
  return { ...plainHost(), ...own };
}

function plainHost() {
  return {
    id: newId(),
    displayName: "Hanna Host" as string | null,
    email: "hanna@example.org" as string | null,
    timeZone: "Europe/Stockholm" as string | null,
    locale: "en" as string | null,
  };
}

export function attendeeAnswer(own: Partial<ReturnType<typeof plainAttendee>> = {}) {
  return { ...plainAttendee(), ...own };
}

function plainAttendee() {
  return {
    id: newId(),
    name: "Anna Andersson" as string | null,
    email: "anna@example.com" as string | null,
    phone: null as string | null,
    timeZone: "America/New_York" as string | null,
    locale: "en" as string | null,
    manageUrl: "https://book.tidbok.example/manage#secret-token" as string | null,
    cancellationReason: null as string | null,
    answers: [] as {
      question: { label: string };
      text: string | null;
      number: number | null;
      consent: boolean | null;
    }[],
  };
}

export function guestAnswer(email: string) {
  return {
    id: newId(),
    name: "Buy now at spam.example" as string | null,
    email: email as string | null,
    link: { url: `https://book.tidbok.example/manage#${email}` as string | null },
  };
}
