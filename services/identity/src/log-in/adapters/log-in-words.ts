/** The texts of the log-in pages, in both languages. */
export const logInWords = {
  en: {
    logIn: "Log in to Tidbok",
    code: "Code of your authenticator app, or a recovery code",
    codeWrong: "The code is wrong, was used before, or is too old.",
    enter: "Log in",
  },
  sv: {
    logIn: "Logga in i Tidbok",
    code: "Kod från din autentiseringsapp, eller en återställningskod",
    codeWrong: "Koden är fel, har använts förut eller är för gammal.",
    enter: "Logga in",
  },
} as const;
