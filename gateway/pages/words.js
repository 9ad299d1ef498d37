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
    DECLINED: "Not confirmed",
    COMPLETED: "Over",
    NO_SHOW: "Missed",
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
    verifiedAndIn: "Your e-mail address is verified, and you are logged in.",
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
    logIn: "Log in",
    logOut: "Log out",
    code: "Code of your authenticator app, or a recovery code",
    CODE_WRONG: "The code is wrong, was used before, or is too old.",
    SECOND_STEP_REQUIRED: "Your account asks for a code as well.",
    SECOND_STEP_OVER: "That took too long. Log in again.",
    byPasskey: "Log in with a passkey",
    badPasskey: "The passkey did not work here. Try again, or log in another way.",
    passkeys: "Passkeys",
    passkey: "Passkey",
    enrolling: "Welcome to support",
    enrolled: "Your passkey is kept. It is how you log in.",
    addPasskey: "Add a passkey",
    removePasskey: (name) => `Remove ${name}`,
    logInAgain: "Your log-in is too long ago for this. Log out, and log in again.",
    loggedIn: "Logged in:",
    forgot: "Forgot the password?",
    mailLink: "Mail me a link to log in",
    mailUnderWay: "If the address has an account, a mail is under way. Look for it.",
    recovering: "Choose a new password",
    newPassword: "New password, 12 characters or more",
    choose: "Choose the password",
    chosen: "You have a new password and can log in with it. All earlier sessions have ended.",
    passwordBad: "Choose a longer password, which others would not guess.",
    changing: "Another e-mail address",
    agree: "Agree to the change",
    agreed:
      "Thank you. The change holds once the link in the mail to the other address is followed, too.",
    changed: "The account has the new address now.",
    EMAIL_TAKEN: "Another account has this address.",
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
    DECLINED: "Inte bekräftad",
    COMPLETED: "Avslutad",
    NO_SHOW: "Missad",
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
    verifiedAndIn: "Din e-postadress är bekräftad, och du är inloggad.",
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
    logIn: "Logga in",
    logOut: "Logga ut",
    code: "Kod från din autentiseringsapp, eller en återställningskod",
    CODE_WRONG: "Koden är fel, har använts förut eller är för gammal.",
    SECOND_STEP_REQUIRED: "Ditt konto frågar också efter en kod.",
    SECOND_STEP_OVER: "Det tog för lång tid. Logga in igen.",
    byPasskey: "Logga in med en passkey",
    badPasskey:
      "Det gick inte med den här passkeyn. Försök igen, eller logga in på ett annat sätt.",
    passkeys: "Passkeys",
    passkey: "Passkey",
    enrolling: "Välkommen till supporten",
    enrolled: "Din passkey är sparad. Med den loggar du in.",
    addPasskey: "Lägg till en passkey",
    removePasskey: (name) => `Ta bort ${name}`,
    logInAgain: "Du loggade in för länge sedan för detta. Logga ut, och logga in igen.",
    loggedIn: "Inloggad:",
    forgot: "Glömt lösenordet?",
    mailLink: "Mejla mig en länk för att logga in",
    mailUnderWay: "Om adressen har ett konto är ett mejl på väg. Titta efter det.",
    recovering: "Välj ett nytt lösenord",
    newPassword: "Nytt lösenord, minst 12 tecken",
    choose: "Välj lösenordet",
    chosen:
      "Du har ett nytt lösenord och kan logga in med det. Alla tidigare inloggningar har avslutats.",
    passwordBad: "Välj ett längre lösenord, som andra inte skulle gissa.",
    changing: "En annan e-postadress",
    agree: "Godkänn ändringen",
    agreed: "Tack. Ändringen gäller när länken i mejlet till den andra adressen också har följts.",
    changed: "Kontot har nu den nya adressen.",
    EMAIL_TAKEN: "Ett annat konto har den här adressen.",
  },
};

const locale = navigator.language.toLowerCase().startsWith("sv") ? "sv" : "en";
document.documentElement.lang = locale;

// The page's words in the reader's language.
export const say = words[locale];

// A time from start to end in the words of the reader's language, in the given zone or the reader's own. Where a clock
// is set back or forward on that day, both have the abbreviations of their offsets, so that repeated hours differ.
export function sayRange(start, end, timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone) {
  const write = (at, options) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at);
  const offset = { timeZoneName: "shortOffset", hour: "2-digit", minute: "2-digit" };
  const [from, to] = [new Date(start), new Date(end)];
  const day = 86_400_000;
  const offsets = [from.getTime() - day, to.getTime() + day].map(
    (at) =>
      new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" })
        .format(at)
        .split(", ")[1],
  );
  const clock = offsets[0] === offsets[1] ? { timeStyle: "short" } : offset;
  const [fromDate, toDate] = [from, to].map((at) => write(at, { dateStyle: "full" }));
  const last = `${fromDate === toDate ? "" : `${toDate}, `}${write(to, clock)}`;
  return `${fromDate}, ${write(from, clock)} – ${last} (${timeZone})`;
}
