const words = {
  en: {
    yourBooking: "Your booking",
    with: "With",
    when: "When",
    state: "State",
    where: "Where",
    CONFIRMED: "Confirmed",
    PENDING: "Waits for an answer",
    CANCELLED: "Cancelled",
    reschedule: "Choose another time",
    cancel: "Cancel the booking",
    cancelSure: "Cancel this booking?",
    reason: "Reason (optional)",
    yes: "Yes, cancel it",
    back: "Back",
    newTime: "Choose a new time",
    noTimes: "There are no other times in the next two weeks.",
    later: "Later times",
    linkBad: "This link is not valid, or has expired.",
    failed: "That did not work. Try again in a moment.",
    SLOT_TAKEN: "Someone has just booked that time. Choose another.",
    verified: "Your e-mail address is verified. You can log in now.",
    verifying: "Verify your e-mail address",
    verify: "Verify",
    invitation: "You are invited to an organization",
    logInFirst: "Log in with the address that the invitation was sent to.",
    email: "E-mail address",
    password: "Password",
    accept: "Log in and accept",
    joined: "Welcome! You are a member now.",
    badLogin: "The address or the password is not right.",
  },
  sv: {
    yourBooking: "Din bokning",
    with: "Med",
    when: "När",
    state: "Läge",
    where: "Var",
    CONFIRMED: "Bekräftad",
    PENDING: "Väntar på svar",
    CANCELLED: "Avbokad",
    reschedule: "Välj en annan tid",
    cancel: "Avboka",
    cancelSure: "Vill du avboka?",
    reason: "Anledning (valfritt)",
    yes: "Ja, avboka",
    back: "Tillbaka",
    newTime: "Välj en ny tid",
    noTimes: "Det finns inga andra tider de närmaste två veckorna.",
    later: "Senare tider",
    linkBad: "Länken gäller inte, eller har gått ut.",
    failed: "Det gick inte. Försök igen om en stund.",
    SLOT_TAKEN: "Någon har just bokat den tiden. Välj en annan.",
    verified: "Din e-postadress är bekräftad. Du kan logga in nu.",
    verifying: "Bekräfta din e-postadress",
    verify: "Bekräfta",
    invitation: "Du är inbjuden till en organisation",
    logInFirst: "Logga in med den adress som inbjudan skickades till.",
    email: "E-postadress",
    password: "Lösenord",
    accept: "Logga in och tacka ja",
    joined: "Välkommen! Du är medlem nu.",
    badLogin: "Adressen eller lösenordet stämmer inte.",
  },
};

const locale = navigator.language.toLowerCase().startsWith("sv") ? "sv" : "en";
document.documentElement.lang = locale;

// The page's words in the reader's language.
export const say = words[locale];

// An instant in the words of the reader's language, in the given zone or the reader's own.
export function sayTime(instant, timeZone) {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "full",
    timeStyle: "short",
    ...(timeZone ? { timeZone } : {}),
  }).format(new Date(instant));
}
