export { writeCalendar, type CalendarEvent, type CalendarFile } from "./write-calendar.ts";
