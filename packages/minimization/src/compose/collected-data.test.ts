import { expect, test } from "vitest";
import { collectedData } from "./collected-data.ts";
import { composeSupergraph } from "./compose-supergraph.ts";
import { exampleSubgraphs } from "../../test/support/example-subgraphs.ts";

const collected = collectedData(composeSupergraph(exampleSubgraphs).supergraphSdl);

test("what is collected is what the graph holds, with why and for how long", () => {
  expect(collected.find((each) => each.category === "ATTENDEE_EMAIL")).toEqual({
    category: "ATTENDEE_EMAIL",
    key: "user.contact.email",
    description: "The e-mail address that an attendee gave when booking.",
    subject: "attendee",
    sensitivity: "protected",
    source: "provided",
    purposes: [
      "provide.schedule",
      "provide.notify",
      "provide.integrate",
      "support",
      "legal",
      "rights",
    ],
    legalBasis: "contract",
    retention: "booking",
    erasure: "shred",
    coordinates: ["Attendee.email", "BookMeetingInput.email", "BookingFilter.attendeeEmail"],
  });
});

test("a category that no schema uses is not collected", () => {
  expect(collected.map((each) => each.category)).toEqual([
    "ACCOUNT_NAME",
    "ACCOUNT_EMAIL",
    "HOST_NAME",
    "ATTENDEE_NAME",
    "ATTENDEE_EMAIL",
    "ATTENDEE_ANSWER",
  ]);
});
