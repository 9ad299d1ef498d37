/** The highest cost of one operation. A page of 25 bookings with attendees and answers costs about a third of it. */
export const maxCost = 5_000;
