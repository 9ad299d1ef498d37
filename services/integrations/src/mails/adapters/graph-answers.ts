import { z } from "zod";
import { verificationKinds } from "../domain/verification-kinds.ts";

// An operation asks for part of this; what it does not ask for is not known.
const text = z.string().nullish().default(null);
const instant = z.iso.datetime().transform((value) => Date.parse(value));

const bookingState = z.enum([
  "PENDING",
  "CONFIRMED",
  "DECLINED",
  "CANCELLED",
  "COMPLETED",
  "NO_SHOW",
]);

const host = z.object({
  id: z.string(),
  displayName: text,
  email: text,
  timeZone: text,
  locale: text,
});

const answer = z
  .object({
    question: z.object({ label: z.string() }),
    text,
    number: z.number().nullish(),
    consent: z.boolean().nullish(),
  })
  .transform((given) => ({
    question: given.question.label,
    answer: given.text ?? given.number ?? given.consent ?? null,
  }));

const attendee = z.object({
  id: z.string(),
  name: text,
  email: text,
  phone: text,
  timeZone: text,
  locale: text,
  manageUrl: text,
  cancellationReason: text,
  answers: z
    .array(answer)
    .nullish()
    .transform((answers) => answers ?? []),
});

const further = z
  .object({
    id: z.string(),
    state: bookingState,
    sequence: z.int(),
    startAt: instant,
    endAt: instant,
    hosts: z.array(z.object({ id: z.string() })),
    attendees: z.array(z.object({ manageUrl: text })).nullish(),
  })
  .transform(({ hosts, attendees, ...meeting }) => ({
    ...meeting,
    hostIds: hosts.map(({ id }) => id),
    manageUrl: attendees?.[0]?.manageUrl ?? null,
  }));

const guest = z
  .object({ id: z.string(), email: text, link: z.object({ url: text }).nullish() })
  .transform(({ link, ...facts }) => ({ ...facts, manageUrl: link?.url ?? null }));

/** The answer to AttendeeBookingMail and to HostBookingMail, as the domain's BookingFacts. */
export const bookingAnswer = z
  .object({
    booking: z
      .object({
        id: z.string(),
        state: bookingState,
        sequence: z.int(),
        startAt: instant,
        endAt: instant,
        location: z.object({
          kind: z.enum(["ONLINE", "IN_PERSON", "HOST_CALLS", "ATTENDEE_CALLS"]),
          text,
        }),
        answerBy: instant.nullish().default(null),
        cancellation: z.object({ by: z.enum(["HOST", "ATTENDEE", "ADMIN", "SYSTEM"]) }).nullish(),
        meetingType: z.object({ title: z.string() }),
        organization: z.object({ name: text, logoPng: text }),
        proposal: z.object({ state: z.string(), startsAt: z.array(instant) }).nullish(),
        hosts: z.array(host),
        formerHosts: z
          .array(host)
          .nullish()
          .transform((hosts) => hosts ?? []),
        missingHosts: z.array(z.object({ id: z.string() })).nullish(),
        attendees: z.array(attendee),
        series: z.object({ bookings: z.array(further) }).nullish(),
        guests: z
          .array(guest)
          .nullish()
          .transform((guests) => guests ?? []),
      })
      .nullable(),
  })
  .transform(({ booking }) => {
    if (booking === null) return null;
    const { meetingType, organization, cancellation, proposal, missingHosts, series, ...facts } =
      booking;
    const missing = new Set(missingHosts?.map(({ id }) => id));
    return {
      ...facts,
      // A host that has left the organization learns nothing of the attendees.
      hosts: facts.hosts.filter(({ id }) => !missing.has(id)),
      proposedStarts: proposal?.state === "OPEN" ? proposal.startsAt : [],
      further: (series?.bookings ?? []).flatMap(({ state, ...meeting }) =>
        meeting.id !== facts.id && (state === "CONFIRMED" || state === "PENDING")
          ? [{ ...meeting, state }]
          : [],
      ),
      seriesBookingIds: series?.bookings.map(({ id }) => id) ?? [],
      title: meetingType.title,
      organizationName: organization.name,
      organizationLogo: organization.logoPng,
      cancelledBy: cancellation?.by ?? null,
    };
  });

/** The answer to VerificationMail, as the domain's VerificationFacts. */
export const verificationAnswer = z
  .object({
    emailVerification: z
      .object({
        kind: z.enum(verificationKinds),
        email: text,
        link: text,
        locale: text,
        name: text,
      })
      .nullable(),
  })
  .transform(({ emailVerification }) => emailVerification);

/** The answer to InvitationMail, as the domain's InvitationFacts. */
export const invitationAnswer = z
  .object({
    invitation: z
      .object({
        email: text,
        link: text,
        locale: z.string(),
        expiresAt: instant,
        organization: z.object({ name: z.string() }),
      })
      .nullable(),
  })
  .transform(({ invitation }) => {
    if (invitation === null) return null;
    const { organization, ...facts } = invitation;
    return { ...facts, organizationName: organization.name };
  });
