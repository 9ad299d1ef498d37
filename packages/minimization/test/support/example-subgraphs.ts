import { minimizationUrl } from "../../src/schema/directives.ts";
import type { SubgraphSource } from "../../src/schema/subgraph.ts";

/** The lines that every schema starts with; `more` is what else it imports from federation. */
export function header(more: readonly string[] = []): string {
  const imports = ["@key", "@composeDirective", ...more].map((each) => JSON.stringify(each));
  return `
extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.12", import: [${imports.join(", ")}])
  @link(url: "${minimizationUrl}", import: ["@personalData", "@nonPersonal", "@subject"])
  @composeDirective(name: "@personalData")
  @composeDirective(name: "@nonPersonal")
  @composeDirective(name: "@subject")
`;
}

const identity = `${header()}
type Query @nonPersonal(reason: "ways in; what they lead to says itself what it is") {
  "The person who asks."
  me: Account
  "The account with this e-mail address."
  account("The address to look for." email: String @personalData(category: ACCOUNT_EMAIL)): Account
}

"A person who can log in."
type Account @key(fields: "id") @subject(kind: CUSTOMER, id: "id") {
  "Carries nothing."
  id: ID! @nonPersonal(reason: "a random id")
  "What booking pages show."
  displayName: String @personalData(category: HOST_NAME)
  "The full name."
  name: String @personalData(category: ACCOUNT_NAME)
  "The address signed up with."
  email: String @personalData(category: ACCOUNT_EMAIL)
}
`;

const scheduling = `${header()}
type Query @nonPersonal(reason: "ways in; what they lead to says itself what it is") {
  "A booking by its id."
  booking("Its id." id: ID!): Booking
  "Somebody by their id."
  person("Their id." id: ID!): Person
  "Everything that takes time."
  entries("At most this many." first: Int): [Entry!]!
}

type Mutation @nonPersonal(reason: "ways in; what they lead to says itself what it is") {
  "Books a meeting."
  bookMeeting("What to book." input: BookMeetingInput!): Booking
}

"Who wants to come, and when."
input BookMeetingInput {
  "When it starts."
  startAt: DateTime! @nonPersonal(reason: "a time that a host offers")
  "Where to write to."
  email: String! @personalData(category: ATTENDEE_EMAIL)
}

"Which bookings to list."
input BookingFilter {
  "Those after this moment."
  after: DateTime @nonPersonal(reason: "a time")
  "Those of this person."
  attendeeEmail: String @personalData(category: ATTENDEE_EMAIL)
}

"A moment, RFC 3339 in UTC."
scalar DateTime

"Something that takes time."
interface Entry @nonPersonal(reason: "times that a host chose to publish") {
  "When it starts."
  startAt: DateTime!
  "Who else comes."
  attendees: [Attendee!]!
}

"A meeting that was booked."
type Booking implements Entry @key(fields: "id") @nonPersonal(reason: "a time and its parties, who say themselves what they are") {
  "Carries nothing."
  id: ID!
  "When it starts."
  startAt: DateTime!
  "Who receives."
  host: Account
  "Who comes."
  attendees: [Attendee!]!
  "Who comes, by the tables that they sit at."
  tables: [[Attendee]!]
  "Everybody who is there."
  parties: [Party]
}

"Who is there: a guest or a host."
union Party = Attendee | Account

"A time that the host keeps free."
type Break implements Entry @nonPersonal(reason: "times that a host chose to publish") {
  "When it starts."
  startAt: DateTime!
  "Nobody."
  attendees: [Attendee!]!
}

"Whoever has a name."
interface Person {
  "The name given when booking."
  name: String @personalData(category: ATTENDEE_NAME)
}

"A person who comes to a meeting."
type Attendee implements Person @subject(kind: ATTENDEE, id: "id") {
  "Carries nothing."
  id: ID! @nonPersonal(reason: "a random id")
  "The name given when booking."
  name: String @personalData(category: ATTENDEE_NAME)
  "The address given when booking."
  email: String @personalData(category: ATTENDEE_EMAIL)
  "The answers, in the order of the questions."
  answers: [String!] @personalData(category: ATTENDEE_ANSWER)
}

type Account @key(fields: "id") @nonPersonal(reason: "the id is random, and bookings say themselves what they are") {
  id: ID!
  "What others have booked."
  bookings("Which ones." filter: BookingFilter, "At most this many." first: Int): [Booking!]!
}
`;

/** Two small subgraphs that compose: accounts, and bookings of them. */
export const exampleSubgraphs: readonly SubgraphSource[] = [
  { name: "identity", url: "http://identity/graphql", sdl: identity },
  { name: "scheduling", url: "http://scheduling/graphql", sdl: scheduling },
];
