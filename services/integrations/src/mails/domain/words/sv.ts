import type { AnyChange, Words } from "./words.ts";

const by = {
  HOST: "värden",
  ATTENDEE: "deltagaren",
  ADMIN: "organisationen",
  SYSTEM: "ingen",
} as const;

const news: Readonly<Record<AnyChange, string>> = {
  MADE: "Bokat",
  REQUESTED: "Förfrågan",
  CONFIRMED: "Bekräftat",
  DECLINED: "Avböjt",
  RESCHEDULED: "Flyttat",
  MOVE_REQUESTED: "Förfrågan om ny tid",
  REASSIGNED: "Ny värd",
  TIMES_PROPOSED: "Andra tider föreslås",
  TIMES_DECLINED: "Andra tider avböjda",
  INVITED: "Inbjudan",
  UNINVITED: "Inte längre inbjuden",
  HANDED_OVER: "Inte längre ditt",
  CANCELLED: "Avbokat",
};

/** The mails in Swedish. */
export const sv: Words = {
  language: "sv",
  formats: "sv-SE",
  greeting: (name) => (name === null ? "Hej!" : `Hej ${name}!`),
  subject: (change, { title, who, when }) => {
    return `${news[change]}: ${title}${who === null ? "" : ` med ${who}`}, ${when}`;
  },
  heading: (change, title) => `${news[change]}: ${title}`,
  opening: {
    ATTENDEE: (change, who) =>
      ({
        MADE: "Ditt möte är bokat. Det finns också i den bifogade kalenderfilen.",
        REQUESTED:
          "Du har bett om ett möte, och värden ska bekräfta det. Tiden hålls åt dig så länge.",
        CONFIRMED:
          "Ditt möte är bekräftat och blir av. Det står också i den bifogade kalenderfilen.",
        DECLINED:
          who === "SYSTEM"
            ? "Ingen har bekräftat ditt möte i tid, så det blir inte av. Den bifogade kalenderfilen tar bort det."
            : "Ditt möte bekräftades inte och blir inte av. Den bifogade kalenderfilen tar bort det.",
        RESCHEDULED: "Ditt möte har fått en ny tid. Den bifogade kalenderfilen flyttar det.",
        MOVE_REQUESTED:
          "En ny tid för ditt möte är önskad, och värden ska bekräfta den. Tiden hålls åt dig så länge.",
        REASSIGNED:
          "Någon annan är värd för ditt möte nu, på samma tid. Det står också i den bifogade kalenderfilen.",
        TIMES_PROPOSED:
          "Värden frågar om ditt möte kan börja en annan tid. Välj en av tiderna via länken nedan eller säg nej; till dess står mötet kvar.",
        TIMES_DECLINED: "Ingen av tiderna som du föreslog passar värden. Mötet står kvar.",
        CANCELLED:
          who === null || who === "ATTENDEE"
            ? "Ditt möte är avbokat. Den bifogade kalenderfilen tar bort det."
            : `Ditt möte har avbokats av ${by[who]}. Den bifogade kalenderfilen tar bort det.`,
      })[change],
    GUEST: (change) =>
      ({
        INVITED:
          "Du är inbjuden till ett möte som gäst. Det finns också i den bifogade kalenderfilen.",
        RESCHEDULED:
          "Ett möte som du är inbjuden till har fått en ny tid. Den bifogade kalenderfilen flyttar det.",
        REASSIGNED:
          "Ett möte som du är inbjuden till har en annan värd. Det står också i den bifogade kalenderfilen.",
        CANCELLED:
          "Ett möte som du var inbjuden till är inställt. Den bifogade kalenderfilen tar bort det.",
        UNINVITED:
          "Du är inte längre gäst på det här mötet. Den bifogade kalenderfilen tar bort det.",
      })[change],
    HOST: (change, who) =>
      ({
        MADE: "Någon har bokat ett möte med dig. Det finns också i den bifogade kalenderfilen.",
        REQUESTED:
          "Någon ber om ett möte med dig. Tiden hålls tills du bekräftar eller avböjer; gör du varken eller, avböjs det.",
        CONFIRMED: "Ett möte med dig är bekräftat. Det står också i den bifogade kalenderfilen.",
        DECLINED:
          who === "SYSTEM"
            ? "Ingen har bekräftat ett möte med dig i tid, så det är avböjt. Den bifogade kalenderfilen tar bort det."
            : "Ett möte med dig är avböjt. Den bifogade kalenderfilen tar bort det.",
        RESCHEDULED: "Ett möte med dig har fått en ny tid. Den bifogade kalenderfilen flyttar det.",
        MOVE_REQUESTED:
          "En ny tid för ett möte med dig är önskad. Den hålls tills du bekräftar eller avböjer; gör du varken eller, avböjs mötet.",
        REASSIGNED:
          "Ett möte med dig har en annan värd än förut; du är en av dem som är värd nu. Det står också i den bifogade kalenderfilen.",
        HANDED_OVER:
          "Någon annan är värd för det här mötet nu. Den bifogade kalenderfilen tar bort det.",
        TIMES_PROPOSED:
          "Deltagaren frågar om ert möte kan börja en annan tid. Godta en av tiderna eller avböj dem; till dess står mötet kvar.",
        TIMES_DECLINED: "Ingen av tiderna som du föreslog passar deltagaren. Mötet står kvar.",
        CANCELLED:
          who === null
            ? "Ett möte med dig är avbokat. Den bifogade kalenderfilen tar bort det."
            : `Ett möte med dig har avbokats av ${by[who]}. Den bifogade kalenderfilen tar bort det.`,
      })[change],
  },
  label: {
    what: "Vad",
    when: "När",
    where: "Var",
    host: "Med",
    attendee: "Vem",
    email: "E-post",
    phone: "Telefon",
    reason: "Orsak",
    further: "Även",
    proposed: "Kan börja",
    answerBy: "Ska bekräftas senast",
  },
  place: {
    ONLINE: "På nätet",
    IN_PERSON: "På plats",
    HOST_CALLS: "Värden ringer",
    ATTENDEE_CALLS: "Per telefon, deltagaren ringer",
  },
  summary: ({ title, who }) => (who === null ? title : `${title} – ${who}`),
  visit: {
    action: "Se mötet, eller lämna det",
    note: "Länken är bara din. Den som lämnar mötet bjuds inte in till det igen.",
  },
  manage: {
    action: "Se, flytta eller avboka mötet",
    note: "Länken är bara din: den som har den kan flytta eller avboka mötet.",
  },
  host: {
    action: "Se bokningen",
    note: "Du loggar in för att se den, och kan flytta eller avboka den där.",
  },
  answer: { yes: "Ja", no: "Nej", none: "–" },
  verification: {
    SIGN_UP: {
      subject: "Bekräfta din e-postadress",
      opening: "Börja med att bekräfta att den här e-postadressen är din.",
      action: "Bekräfta adressen",
      note: "Om du inte har registrerat dig behöver du inte göra något: utan länken går kontot inte att använda.",
    },
    ALREADY_REGISTERED: {
      subject: "Du har redan ett konto",
      opening:
        "Någon, kanske du, har registrerat sig med den här e-postadressen. Den har redan ett konto, som du kan logga in på som vanligt.",
      action: "Logga in",
      note: "Om det inte var du behöver du inte göra något: ingen har släppts in och inget har ändrats.",
    },

    RECOVERY: {
      subject: "Välj ett nytt lösenord",
      opening: "Någon, kanske du, har glömt lösenordet till ditt konto.",
      action: "Välj ett nytt lösenord",
      note: "Länken fungerar en gång och i 30 minuter. Om det inte var du behöver du inte göra något: lösenordet ändras inte.",
    },
    LOG_IN: {
      subject: "Din länk för att logga in",
      opening: "Här är länken för att logga in som du bad om.",
      action: "Logga in",
      note: "Länken fungerar en gång och i 15 minuter. Om du inte har bett om den behöver du inte göra något; ge den inte vidare till någon.",
    },
    EMAIL_CHANGE_OLD: {
      subject: "Ditt konto ska få en annan e-postadress",
      opening:
        "Någon som är inloggad som du har bett om en annan e-postadress för ditt konto. Den ändras när du godkänner här och den nya adressen har bekräftats genom mejlet dit.",
      action: "Godkänn ändringen",
      note: "Om det inte var du ska du inte godkänna; byt lösenord, då avslutas alla andra inloggningar.",
    },
    EMAIL_CHANGE_NEW: {
      subject: "Bekräfta din nya e-postadress",
      opening:
        "Ett konto ska få den här e-postadressen. Bekräfta att den är din, och godkänn ändringen i mejlet till den nuvarande adressen.",
      action: "Bekräfta adressen",
      note: "Om du inte känner till det här behöver du inte göra något: utan länken ändras inget.",
    },
    PASSWORD_CHANGED: {
      subject: "Ditt lösenord har ändrats",
      opening:
        "Lösenordet till ditt konto har ändrats och alla andra inloggningar har avslutats. Om det var du behöver du inte göra något.",
      action: "Logga in",
      note: "Om det inte var du: välj ”Glömt lösenordet?” där man loggar in, så kommer länken till den här adressen.",
    },
    ACCOUNT_DEACTIVATED: {
      subject: "Ditt konto är vilande",
      opening:
        "Ditt konto har gjorts vilande och alla inloggningar har avslutats. Andra ser inte ditt namn. Allt kommer tillbaka när du loggar in, men appar och skript måste släppas in på nytt.",
      action: "Logga in",
      note: "Om det inte var du: logga in och välj ett annat lösenord.",
    },
    ACCOUNT_CLOSING: {
      subject: "Ditt konto är avslutat",
      opening:
        "Ditt konto har avslutats, och det vi har om dig raderas när respiten är över. Till dess öppnas kontot igen om du loggar in.",
      action: "Logga in",
      note: "Om det inte var du: logga in nu och välj ett annat lösenord.",
    },
    PERSONAL_TOKEN_MADE: {
      subject: "En token har skapats för ditt konto",
      opening:
        "En token har skapats som låter skript handla i ditt namn, så långt den får. Om det var du behöver du inte göra något.",
      action: "Logga in",
      note: "Om det inte var du: logga in, återkalla den och välj ett annat lösenord.",
    },
    CODES_ON: {
      subject: "Inloggningar i ditt konto frågar nu efter en kod",
      opening:
        "Från och med nu frågar inloggning med lösenord eller mejlad länk också efter en kod från din autentiseringsapp. Om det var du: förvara återställningskoderna på ett säkert ställe.",
      action: "Logga in",
      note: "Om det inte var du: logga in om du fortfarande kan, ta bort appen och välj ett annat lösenord; skriv annars till oss.",
    },
    CODES_OFF: {
      subject: "Inloggningar i ditt konto frågar inte längre efter en kod",
      opening:
        "Autentiseringsappen har tagits bort: inloggning frågar inte längre efter en kod. Om det var du behöver du inte göra något.",
      action: "Logga in",
      note: "Om det inte var du: logga in och välj ett annat lösenord, så avslutas alla andra inloggningar.",
    },
    RECOVERY_CODE_USED: {
      subject: "En återställningskod till ditt konto har använts",
      opening:
        "Någon har använt en av dina återställningskoder i stället för en kod från din autentiseringsapp. Om det var du behöver du inte göra något.",
      action: "Logga in",
      note: "Om det inte var du: logga in och välj ett annat lösenord, så avslutas alla andra inloggningar, och skaffa nya återställningskoder.",
    },
    RECOVERY_CODES_RENEWED: {
      subject: "Ditt konto har nya återställningskoder",
      opening:
        "Ditt konto har fått andra återställningskoder, och de tidigare fungerar inte längre. Om det var du behöver du inte göra något.",
      action: "Logga in",
      note: "Om det inte var du: logga in och välj ett annat lösenord, så avslutas alla andra inloggningar.",
    },
    PROVIDER_LINKED: {
      subject: "Ett konto hos en annan tjänst har kopplats till ditt",
      opening:
        "Ett konto hos en annan tjänst har kopplats till ditt och kan från och med nu logga in i det. Om det var du behöver du inte göra något.",
      action: "Logga in",
      note: "Om det inte var du: logga in, ta bort kopplingen och välj ett annat lösenord, så avslutas alla andra inloggningar.",
    },
    PROVIDER_UNLINKED: {
      subject: "Ett konto hos en annan tjänst är inte längre kopplat till ditt",
      opening:
        "Ett konto hos en annan tjänst kan inte längre logga in i ditt. Om det var du behöver du inte göra något.",
      action: "Logga in",
      note: "Om det inte var du: logga in och välj ett annat lösenord, så avslutas alla andra inloggningar.",
    },
    SUPPORT_ACCESS: {
      subject: "Vår support får se på ditt konto",
      opening:
        "Någon på vår support har fått se på uppgifterna i ditt konto, i högst en timme, på grund av ett ärende. I ditt konto ser du för vilket ärende och varför, och där kan du avsluta det genast.",
      action: "Logga in",
      note: "Om du inte har skrivit till oss: avsluta åtkomsten i ditt konto och skriv till oss.",
    },
    APP_SUSPENDED: {
      subject: "En app som din organisation har godkänt har ändrats",
      opening:
        "Företaget bakom en app som din organisation har godkänt, eller en adress som appen skickar människor till, är nu ett annat. Appen får inga skyddade uppgifter från din organisation förrän en ägare godkänner den igen.",
      action: "Logga in",
      note: "Bland organisationens appar syns vad den var godkänd för. Godkänn den inte om du inte känner till det nya företaget eller den nya adressen.",
    },
    PASSKEY_ADDED: {
      subject: "En passkey har lagts till i ditt konto",
      opening:
        "En enhet har lagts till som loggar in i ditt konto utan lösenord. Om det var du behöver du inte göra något.",
      action: "Logga in",
      note: "Om det inte var du: logga in, ta bort den och välj ett annat lösenord, så avslutas alla andra inloggningar.",
    },
    PASSKEY_REMOVED: {
      subject: "En passkey har tagits bort från ditt konto",
      opening:
        "En av dina enheter loggar inte längre in i ditt konto. Om det var du behöver du inte göra något.",
      action: "Logga in",
      note: "Om det inte var du: logga in och välj ett annat lösenord, så avslutas alla andra inloggningar.",
    },
  },
  invitation: {
    subject: (organization) => `Du är inbjuden till ${organization}`,
    opening: (organization) => `Du är inbjuden att gå med i ${organization}.`,
    action: "Gå med",
    expires: (when) => `Inbjudan gäller till och med ${when}.`,
    notYou: "Om du inte vill gå med behöver du inte göra något.",
  },
  unnamed: { organization: "en organisation", host: "Värd" },
  footer:
    "Du får det här mejlet på grund av det som just hände, inte för att du står på någon lista.",
};
