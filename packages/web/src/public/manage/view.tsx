import { Button } from "../../components/button.tsx";
import { Frame } from "../../components/frame.tsx";
import { useLinkSecret } from "../../entry/use-link-secret.ts";
import { useWords } from "../../words/words-context.tsx";
import { Heading } from "./heading.tsx";
import { ManagedBooking } from "./managed-booking.tsx";
import type { ManageData } from "./page.ts";
import { useManage } from "./use-manage.ts";
import { useWaiting } from "./use-waiting.ts";
import styles from "./view.module.css";
import type { ManageWords } from "./words.en.ts";

/** `/manage#token`: the booking of a private link. A wrong, an expired and a foreign link look the same. */
export function View({ data }: { readonly data: ManageData }) {
  const secret = useLinkSecret();
  return (
    <Frame>
      <div className={styles["sheet"]}>
        {secret === undefined && <Begin />}
        {secret === null && <LinkBad />}
        {secret && <Linked data={data} secret={secret} />}
      </div>
    </Frame>
  );
}

// What the server draws: without script it stays one sentence.
function Begin() {
  const words = useWords<ManageWords>();
  return (
    <noscript>
      <p>{words.needsScript}</p>
    </noscript>
  );
}

function Linked({ data, secret }: { readonly data: ManageData; readonly secret: string }) {
  const words = useWords<ManageWords>();
  const manage = useManage(secret);
  const isLong = useWaiting(manage.phase === "loading");
  switch (manage.phase) {
    case "loading":
      return (
        <p className={styles["soft"]} role="status" aria-busy="true">
          {isLong ? words.stillWorking : words.loading}
        </p>
      );
    case "linkBad":
      return <LinkBad />;
    case "left":
      return (
        <section data-state="left">
          <Heading>{words.left}</Heading>
          <p>{words.leftHint}</p>
        </section>
      );
    case "failed":
      return (
        <section data-state="failed">
          <Heading>{words.failedHeading}</Heading>
          <p>{words.problem[manage.problem ?? ""] ?? words.problem["INTERNAL"]}</p>
          <Button look="primary" onClick={() => void manage.refresh()}>
            {words.retry}
          </Button>
        </section>
      );
    case "shown":
      return manage.booking ? (
        <ManagedBooking manage={manage} booking={manage.booking} {...{ data, secret }} />
      ) : (
        <LinkBad />
      );
  }
}

function LinkBad() {
  const words = useWords<ManageWords>();
  return (
    <section data-state="link-bad">
      <Heading>{words.linkBadHeading}</Heading>
      <p>{words.linkBad}</p>
    </section>
  );
}
