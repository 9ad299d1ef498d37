import { useEffect, useState } from "react";
import { AfterLogIn } from "../../entry/after-log-in.tsx";
import { ask } from "../../entry/ask.ts";
import { CodeForm } from "../../entry/code-form.tsx";
import { EntryPage } from "../../entry/entry-page.tsx";
import { goOn } from "../../entry/go-on.ts";
import { MailForm } from "../../entry/mail-form.tsx";
import { problemsOf, type Problem } from "../../entry/problems-of.ts";
import { useLinkSecret } from "../../entry/use-link-secret.ts";
import { Button } from "../../components/button.tsx";
import { OwnLogInDocument, type OwnLogInQuery } from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import { FollowLink } from "./follow-link.tsx";
import { LogInForm } from "./log-in-form.tsx";
import { OwnLogIn } from "./own-log-in.tsx";
import type { LogInData } from "./page.ts";
import type { LogInWords } from "./words.en.ts";

type Step =
  | { readonly kind: "FORM"; readonly earlier?: readonly Problem[] }
  | { readonly kind: "MAIL"; readonly purpose: "LINK" | "RECOVERY" }
  | { readonly kind: "LINK"; readonly token: string }
  | { readonly kind: "CODE"; readonly token: string }
  | { readonly kind: "OWN"; readonly own: OwnLogInQuery };

/** `/log-in`: the ways in; for a person that is logged in, what logs them in and the way out. */
export function View({ data }: { readonly data: LogInData }) {
  const words = useWords<LogInWords>();
  const secret = useLinkSecret();
  const [step, setStep] = useState<Step>({ kind: "FORM" });
  const [isOut, setIsOut] = useState(false);
  useEffect(() => {
    if (secret === undefined) return;
    if (secret === null) void showOwn();
    else setStep(stepOf(secret));
  }, [secret]);

  async function showOwn(): Promise<void> {
    const { data: own } = await ask(OwnLogInDocument).catch(() => ({ data: null }));
    setIsOut(!own?.me);
    if (own?.me) setStep({ kind: "OWN", own });
  }
  const whenOut = () => {
    setIsOut(true);
    begin();
  };
  const askForCode = (token: string) => setStep({ kind: "CODE", token });
  const begin = (error?: unknown) =>
    setStep({ kind: "FORM", ...(error ? { earlier: problemsOf(error, words.entry) } : {}) });

  switch (step.kind) {
    case "FORM":
      return (
        <LogInForm
          providers={data.logInProviders}
          earlier={step.earlier ?? []}
          isOut={isOut}
          whenCode={askForCode}
          whenMail={(purpose) => setStep({ kind: "MAIL", purpose })}
        />
      );
    case "MAIL":
      return (
        <EntryPage heading={words.mailHeading[step.purpose]} lead={words.mailLead[step.purpose]}>
          <MailForm purpose={step.purpose} />
          <Button look="quiet" onClick={() => begin()}>
            {words.entry.back}
          </Button>
        </EntryPage>
      );
    case "LINK":
      return <FollowLink token={step.token} whenCode={askForCode} whenBad={begin} />;
    case "CODE":
      return (
        <EntryPage heading={words.codeHeading}>
          <CodeForm token={step.token} then={goOn} whenOver={begin} />
          <AfterLogIn />
        </EntryPage>
      );
    case "OWN":
      return <OwnLogIn own={step.own} again={showOwn} whenOut={whenOut} />;
  }
}

// A provider that we sent the person to leads back with the token of the second step.
function stepOf(secret: string): Step {
  const [, token] = /^code\.([\w-]+)$/.exec(secret) ?? [];
  return token === undefined ? { kind: "LINK", token: secret } : { kind: "CODE", token };
}
