import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { cityOf } from "../../../time/city-of.ts";
import { createClock } from "../../../time/create-clock.ts";
import { formatTag } from "../../../words/languages.ts";
import { useLanguage, useWords } from "../../../words/words-context.tsx";
import type { VisitorReading } from "../use-reading.ts";
import type { BookingWords } from "../words.en.ts";
import styles from "./zone-picker.module.css";

type ZonePickerProps = {
  readonly now: number;
  readonly reading: VisitorReading;
  readonly choose: (timeZone: string) => void;
  readonly close: () => void;
};

const most = 8;

/** Finds a zone by its city, region or offset (WAI-ARIA Authoring Practices, "Combobox"); each with the clock there now. */
export function ZonePicker({ now, reading, choose, close }: ZonePickerProps) {
  const words = useWords<BookingWords>();
  const tag = formatTag(useLanguage());
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const found = zonesNamed(text, { now, own: reading.timeZone });

  const press = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const zone = found[active];
    if (step !== 0) setActive((active + step + found.length) % Math.max(1, found.length));
    else if (event.key === "Enter" && zone !== undefined) choose(zone);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles["picker"]}>
      <label htmlFor="zone-text">{words.findZone}</label>
      <input
        ref={input}
        id="zone-text"
        role="combobox"
        aria-expanded="true"
        aria-controls="zones"
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `zone-${active}` : undefined}
        autoComplete="off"
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={press}
      />
      <ul id="zones" role="listbox" aria-label={words.findZone}>
        {found.map((zone, index) => {
          const clock = createClock({ tag, timeZone: zone, isHour12: reading.isHour12 });
          return (
            <li
              key={zone}
              id={`zone-${index}`}
              role="option"
              aria-selected={index === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(zone)}
            >
              <span>
                {cityOf(zone)} <small>{zone.split("/")[0]}</small>
              </span>
              <span>
                {clock.time(now)} <small>{clock.offset(now)}</small>
              </span>
            </li>
          );
        })}
      </ul>
      {found.length === 0 && <p role="status">{words.noZone}</p>}
    </div>
  );
}

function zonesNamed(
  text: string,
  { now, own }: { readonly now: number; readonly own: string },
): readonly string[] {
  const all = [...new Set([own, "UTC", ...Intl.supportedValuesOf("timeZone")])];
  const wanted = text.trim().toLowerCase().replaceAll(" ", "_");
  if (wanted === "") return all.slice(0, most);
  const isOffset = /^(gmt|utc)?[+-]\d/.test(wanted);
  const offset = `gmt${wanted.replace(/^(gmt|utc)/, "")}`;
  const offsetOf = (timeZone: string) =>
    createClock({ tag: "en-GB", timeZone, isHour12: false }).offset(now).toLowerCase();
  const found = all.filter((zone) =>
    isOffset ? offsetOf(zone) === offset : zone.toLowerCase().includes(wanted),
  );
  return found.slice(0, most);
}
