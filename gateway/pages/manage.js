import { alarm, button, element, show } from "./dom.js";
import { ask, linkToken } from "./graph.js";
import { say, sayRange } from "./words.js";

const token = linkToken();
const fields = `id state startAt endAt
  meetingType { id title } host { displayName } location { kind text }
  attendees { id name timeZone }`;

// Asks as the bearer of the link; what goes wrong is shown, and null comes back.
async function attempt(query, variables = {}) {
  try {
    return await ask(query, { variables, token });
  } catch (error) {
    const isLink = ["UNAUTHENTICATED", "MANAGE_LINK_EXPIRED", "NOT_FOUND"].includes(error.code);
    alarm(isLink ? say.linkBad : (say[error.code] ?? say.failed));
    return null;
  }
}

async function open() {
  const data = await attempt(`{ myBooking { ${fields} } }`);
  if (data?.myBooking) showBooking(data.myBooking);
  else if (data) alarm(say.linkBad);
}

function showBooking(booking) {
  const { timeZone } = booking.attendees[0] ?? {};
  const facts = [
    [say.when, sayRange(booking.startAt, booking.endAt, timeZone)],
    [say.with, booking.host.displayName ?? ""],
    [say.where, booking.location.text ?? ""],
    [say.state, say[booking.state] ?? booking.state],
  ].filter(([, value]) => value !== "");
  const list = element("dl");
  for (const [name, value] of facts) {
    list.append(element("dt", { textContent: name }), element("dd", { textContent: value }));
  }
  const mayChange =
    ["PENDING", "CONFIRMED"].includes(booking.state) && new Date(booking.endAt) > new Date();
  const choices = element("div", { className: "choices" });
  if (mayChange) {
    choices.append(
      button(say.reschedule, () => showSlots(booking, 0)),
      button(say.cancel, () => showCancel(booking)),
    );
  }
  show(element("h1", { textContent: booking.meetingType.title }), list, choices);
}

function showCancel(booking) {
  const reason = element("textarea", { rows: 3, maxLength: 1000 });
  const label = element("label", {}, say.reason, reason);
  const cancel = button(say.yes, async () => {
    const input = { bookingId: booking.id, reason: reason.value || null };
    const data = await attempt(
      `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { ${fields} } }`,
      { input },
    );
    if (data) showBooking(data.cancelBooking);
  });
  const back = button(say.back, () => showBooking(booking));
  show(
    element("h1", { textContent: say.cancelSure }),
    label,
    element("div", { className: "choices" }, cancel, back),
  );
}

// Two weeks at a time, from today on.
async function showSlots(booking, page) {
  const timeZone =
    booking.attendees[0]?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const minutes = (new Date(booking.endAt) - new Date(booking.startAt)) / 60_000;
  const data = await attempt(
    `query ($id: ID!, $from: Date!, $to: Date!, $timeZone: String!, $minutes: Int) {
      meetingType(id: $id) {
        slots(from: $from, to: $to, timeZone: $timeZone, durationMinutes: $minutes) {
          date slots { startAt localStart }
        }
      }
    }`,
    { id: booking.meetingType.id, ...fortnight(page), timeZone, minutes },
  );
  if (!data) return;
  const days = data.meetingType.slots.map((day) =>
    element(
      "section",
      {},
      element("h2", { textContent: day.date }),
      element(
        "div",
        { className: "choices" },
        ...day.slots.map((slot) =>
          button(slot.localStart, () => reschedule(booking, slot.startAt)),
        ),
      ),
    ),
  );
  show(
    element("h1", { textContent: say.newTime }),
    ...(days.length > 0 ? days : [element("p", { textContent: say.noTimes })]),
    element(
      "div",
      { className: "choices" },
      button(say.later, () => showSlots(booking, page + 1)),
      button(say.back, () => showBooking(booking)),
    ),
  );
}

async function reschedule(booking, startAt) {
  const data = await attempt(
    `mutation ($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) { ${fields} } }`,
    { input: { bookingId: booking.id, startAt } },
  );
  if (data) showBooking(data.rescheduleBooking);
}

function fortnight(page) {
  const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  return { from: day(page * 14), to: day(page * 14 + 13) };
}

await open();
