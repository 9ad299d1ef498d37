export { words, type BookingWords } from "../booking/words.en.ts";
