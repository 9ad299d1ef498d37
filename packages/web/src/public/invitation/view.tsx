import { useEffect, useState } from "react";
import { ButtonLink } from "../../components/button.tsx";
import { ask } from "../../entry/ask.ts";
import { CodeForm } from "../../entry/code-form.tsx";
import { EntryPage } from "../../entry/entry-page.tsx";
import { Form } from "../../entry/form.tsx";
import { dropLinkSecret } from "../../entry/link-secret.ts";
import { MissingLink } from "../../entry/missing-link.tsx";
import { PasswordForm } from "../../entry/password-form.tsx";
import { problemsOf, type Problem } from "../../entry/problems-of.ts";
import { useLinkSecret } from "../../entry/use-link-secret.ts";
import { home } from "../../entry/where-to.ts";
import {
  AcceptInvitationDocument,
  InvitedPersonDocument,
  type AcceptInvitationMutation,
} from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { InvitationWords } from "./words.en.ts";

/** `/invitation`: a person joins by a press, logged in with the address that was invited. */
export function View() {
  const words = useWords<InvitationWords>();
  const token = useLinkSecret();
  const [name, setName] = useState<string | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const [joined, setJoined] = useState<AcceptInvitationMutation["acceptInvitation"] | null>(null);
  const [earlier, setEarlier] = useState<readonly Problem[]>([]);
  const findPerson = async () => {
    const { data } = await ask(InvitedPersonDocument).catch(() => ({ data: null }));
    setName(data?.me?.displayName ?? null);
  };
  useEffect(() => void findPerson(), []);

  async function accept(): Promise<void> {
    try {
      const { data } = await ask(AcceptInvitationDocument, { input: { token: token ?? "" } });
      dropLinkSecret();
      setJoined(data.acceptInvitation);
    } catch (error) {
      // The person is logged in all the same: the page shows the name, and what went wrong.
      setEarlier(problemsOf(error, words.entry));
      await findPerson();
      throw error;
    }
  }
  if (joined !== null) {
    const { role, organization } = joined;
    return (
      <EntryPage
        heading={words.joined(organization?.name ?? "")}
        lead={role ? words.roles[role] : null}
      >
        <ButtonLink href={home} look="primary">
          {words.entry.goOn}
        </ButtonLink>
      </EntryPage>
    );
  }
  if (token === null) return <MissingLink heading={words.heading} />;
  if (code !== null) {
    return (
      <EntryPage heading={words.codeHeading}>
        <CodeForm token={code} then={accept} />
      </EntryPage>
    );
  }
  return (
    <EntryPage heading={words.heading} lead={name === null ? words.lead : words.leadLoggedIn(name)}>
      {name === null ? (
        <PasswordForm submit={words.logInAndAccept} then={accept} whenCode={setCode} />
      ) : (
        <Form submit={words.accept} send={accept} earlier={earlier} />
      )}
      {name === null ? (
        <p>
          {words.noAccount} <a href="/sign-up">{words.entry.signUp}</a>
        </p>
      ) : (
        <a href="/log-in">{words.otherAccount}</a>
      )}
    </EntryPage>
  );
}
