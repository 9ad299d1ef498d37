import { lint } from "./packages/tooling/src/lint/config.ts";

export default lint;
