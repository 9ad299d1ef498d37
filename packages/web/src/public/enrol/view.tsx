import { GraphError } from "@tidbok/client";
import { useState } from "react";
import { ButtonLink } from "../../components/button.tsx";
import { ask } from "../../entry/ask.ts";
import { EntryPage } from "../../entry/entry-page.tsx";
import { Form } from "../../entry/form.tsx";
import { dropLinkSecret } from "../../entry/link-secret.ts";
import { MissingLink } from "../../entry/missing-link.tsx";
import { createPasskey } from "../../entry/passkey.ts";
import { useLinkSecret } from "../../entry/use-link-secret.ts";
import {
  BeginStaffEnrolmentDocument,
  FinishStaffEnrolmentDocument,
} from "../../generated/graphql.ts";
import { useWords } from "../../words/words-context.tsx";
import type { EnrolWords } from "./words.en.ts";

/** `/enrol`: a press, not the visit, begins, since a device is asked for a passkey only when its person is there. */
export function View() {
  const words = useWords<EnrolWords>();
  const token = useLinkSecret();
  const [isDone, setIsDone] = useState(false);
  if (isDone) {
    return (
      <EntryPage heading={words.done} lead={words.doneLead}>
        <ButtonLink href="/log-in" look="primary">
          {words.entry.logIn}
        </ButtonLink>
      </EntryPage>
    );
  }
  if (token === null) return <MissingLink heading={words.heading} />;
  async function enrol(): Promise<void> {
    await enrolWith(token ?? "", words.passkey).catch((error: unknown) => {
      // A device that cannot, and a person that says no, are told as a passkey that was refused.
      if (error instanceof GraphError) throw error;
      throw new GraphError([{ message: "", extensions: { code: "PASSKEY_REFUSED" } }]);
    });
    dropLinkSecret();
    setIsDone(true);
  }
  return (
    <EntryPage heading={words.heading} lead={words.lead}>
      <Form submit={words.add} send={enrol} />
    </EntryPage>
  );
}

async function enrolWith(token: string, name: string): Promise<void> {
  const { data } = await ask(BeginStaffEnrolmentDocument, { input: { token } });
  const made = await createPasskey(data.beginStaffEnrolment);
  await ask(FinishStaffEnrolmentDocument, { input: { token, name, ...made } });
}
