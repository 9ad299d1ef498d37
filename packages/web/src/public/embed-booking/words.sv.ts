export { words } from "../booking/words.sv.ts";
