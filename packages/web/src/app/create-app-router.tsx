import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import type { Language } from "../words/languages.ts";
import { AgendaScreen } from "./agenda/agenda-screen.tsx";
import { agendaSearch } from "./agenda/agenda-search.ts";
import { agendaWords } from "./agenda/agenda-words.ts";
import { bookingWords } from "./booking/booking-words.ts";
import { bookingsSearch } from "./bookings/bookings-search.ts";
import { bookingsWords } from "./bookings/bookings-words.ts";
import { NotFound } from "./components/not-found.tsx";
import { Working } from "./components/working.tsx";
import { Shell } from "./shell/shell.tsx";
import { spokenScreen } from "./words/spoken-screen.tsx";

/** All addresses of the app. README.md says how to add one. */
export function createAppRouter(language: Language) {
  const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
  const agenda = createRoute({
    getParentRoute: () => root,
    path: "/app",
    validateSearch: agendaSearch,
    ...spokenScreen({ language, catalogues: agendaWords, Screen: AgendaScreen }),
  });
  const booking = createRoute({
    getParentRoute: () => root,
    path: "/app/bookings/$bookingId",
    ...spokenScreen({
      language,
      catalogues: bookingWords,
      Screen: lazyRouteComponent(() => import("./booking/booking-screen.tsx"), "BookingScreen"),
    }),
  });
  const bookings = createRoute({
    getParentRoute: () => root,
    path: "/app/bookings",
    validateSearch: bookingsSearch,
    ...spokenScreen({
      language,
      catalogues: bookingsWords,
      Screen: lazyRouteComponent(() => import("./bookings/bookings-screen.tsx"), "BookingsScreen"),
    }),
  });
  return createRouter({
    routeTree: root.addChildren([agenda, bookings, booking]),
    defaultPreload: "intent",
    defaultPendingMs: 150,
    defaultPendingComponent: Working,
    scrollRestoration: false,
  });
}

declare module "@tanstack/react-router" {
  // The router's own contract is an interface; a type cannot add to it.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
