import { DomainError } from "@tidbok/domain";
import { z } from "zod";
import type { BookingFacts, InvitationFacts, VerificationFacts } from "../domain/facts.ts";
import { bookingAnswer, invitationAnswer, verificationAnswer } from "./graph-answers.ts";

/** Asks the graph one of this service's registered operations. */
export type Ask = (operation: string, variables: { readonly id: string }) => Promise<unknown>;

/** The graph did not answer, or its answer cannot be read; it may later. The code is often the answer's. */
export class GraphUnavailable extends DomainError<string> {
  constructor(code: string, options: { readonly cause: unknown }) {
    super(code, "The graph did not answer what a mail needs.");
    this.cause = options.cause;
  }
}

/** What mails ask of the graph; null where there is no such thing (any more). */
export type Graph = {
  readonly bookingForAttendee: (id: string) => Promise<BookingFacts | null>;
  readonly bookingForGuest: (id: string) => Promise<BookingFacts | null>;
  readonly bookingForHost: (id: string) => Promise<BookingFacts | null>;
  readonly verification: (id: string) => Promise<VerificationFacts | null>;
  readonly invitation: (id: string) => Promise<InvitationFacts | null>;
};

/** The graph, by the operations in gateway/operations/integrations. */
export function createGraph(ask: Ask): Graph {
  const reader =
    <Facts>(operation: string, answer: z.ZodType<Facts>) =>
    async (id: string): Promise<Facts | null> => {
      try {
        return answer.parse(await ask(operation, { id }));
      } catch (error) {
        if (error instanceof DomainError && error.code === "NOT_FOUND") return null;
        throw new GraphUnavailable(codeOf(error), { cause: error });
      }
    };
  return {
    bookingForAttendee: reader("AttendeeBookingMail", bookingAnswer),
    bookingForGuest: reader("GuestBookingMail", bookingAnswer),
    bookingForHost: reader("HostBookingMail", bookingAnswer),
    verification: reader("VerificationMail", verificationAnswer),
    invitation: reader("InvitationMail", invitationAnswer),
  };
}

const code = /^[A-Z0-9_]{1,60}$/;

function codeOf(error: unknown): string {
  if (error instanceof z.ZodError) return "GRAPH_ANSWER_UNREADABLE";
  return error instanceof DomainError && code.test(error.code) ? error.code : "GRAPH_UNAVAILABLE";
}
