import { frame } from "../../words/frame.sv.ts";
import type { HomeWords } from "./words.en.ts";

/** The words of `/`. */
export const words: HomeWords = {
  frame,
  title: "Tidbok: boka en tid, behåll dina uppgifter",
  heading: "Boka en tid. Behåll dina uppgifter.",
  lead: "Med Tidbok bokar andra möten hos dig: inga mejl fram och tillbaka, inget konto och ingen spårning av den som bokar.",
  start: "Gör din bokningssida",
  logIn: "Logga in",
  points: [
    {
      title: "För den som bokar",
      text: "Välj dag och tid, säg vem du är, klart. Inget konto, ingen kaka, inget annat företag på sidan.",
    },
    {
      title: "För den som tar emot",
      text: "Dina tider, dina regler, dina frågor. Två bokningar på samma tid är omöjliga.",
    },
    {
      title: "För allas uppgifter",
      text: "Varje uppgift har en läsare och en gräns för hur länge den sparas, och programmet håller sig till det.",
    },
  ],
  developers: "För utvecklare: grafen med exempel",
};
