/** What a caller is to a row of each type with classified fields; integrations has no such type. */
export const relations = {};
