import { DomainError } from "@tidbok/domain";
import { GraphQLError } from "graphql";
import { expect, test } from "vitest";
import { publicError } from "./public-error.ts";

test("a database's words never reach a client", () => {
  const error = new GraphQLError("duplicate key: (email)=(anna@example.com)", {
    originalError: new Error("duplicate key"),
  });
  const shown = publicError(
    { message: error.message, extensions: { stacktrace: ["at x"] } },
    error,
  );
  expect(shown).toEqual({
    message: "Something went wrong on our side.",
    extensions: { code: "INTERNAL" },
  });
});

test("a service's error keeps its code and details and loses the service's name", () => {
  const extensions = { code: "SLOT_TAKEN", serviceName: "scheduling", bookingId: "1" };
  const error = new GraphQLError("Someone has just booked this slot.", { extensions });
  expect(publicError({ message: error.message, extensions, path: ["bookMeeting"] }, error)).toEqual(
    {
      message: "Someone has just booked this slot.",
      path: ["bookMeeting"],
      extensions: { code: "SLOT_TAKEN", bookingId: "1" },
    },
  );
});

test("a fact of our own is told with its code", () => {
  const fact = new DomainError("ARGUMENT_WITHHELD", "You may not filter by this.", {
    argument: "a",
  });
  const error = new GraphQLError(fact.message, { originalError: fact });
  expect(publicError({ message: error.message }, error).extensions).toEqual({
    argument: "a",
    code: "ARGUMENT_WITHHELD",
  });
});

test("a variable's value is not repeated", () => {
  const error = new GraphQLError('Variable "$x" got invalid value "anna@example.com"');
  const shown = publicError(
    { message: error.message, extensions: { code: "BAD_USER_INPUT" } },
    error,
  );
  expect(JSON.stringify(shown)).not.toContain("anna");
});

test("a path is that of the graph, not that of how it is put together", () => {
  const extensions = { code: "INVALID_INPUT", serviceName: "scheduling" };
  const error = new GraphQLError("Some of what was sent is not valid.", { extensions });
  const path = ["organization", "_entities", "0", "bookings"];
  expect(publicError({ message: error.message, extensions, path }, error).path).toEqual([
    "organization",
    "bookings",
  ]);
});
