export { words } from "../organization/words.sv.ts";
