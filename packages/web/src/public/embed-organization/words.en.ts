export { words, type OrganizationWords } from "../organization/words.en.ts";
