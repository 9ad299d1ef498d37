/** What the person at the terminal can put right; the message is one line that says how. */
export class Failure extends Error {}
