// The text on the accent is one of these two, whichever reads better.
const inks = ["#ffffff", "#1a1a1a"] as const;

/** The contrast that text needs with what is behind it (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5;

type Channels = readonly [number, number, number];

/** Whether white or near-black text on the color can be read: a contrast of 4.5 at least. */
export function isReadable(color: string): boolean {
  return inks.some((ink) => contrast(color, ink) >= leastContrast);
}

/** The nearest color that is readable: as little as possible darker or lighter than the given one. */
export function nearestReadable(color: string): string {
  for (let percent = 0; percent <= 100; percent += 1) {
    const found = ["#000000", "#ffffff"]
      .map((end) => mix(color, { end, share: percent / 100 }))
      .find(isReadable);
    if (found) return found;
  }
  return inks[1];
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(color: string, { end, share }: { end: string; share: number }): string {
  const ends = channels(end);
  const mixed = channels(color).map((value, i) =>
    Math.round(value + ((ends[i] ?? 0) - value) * share),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function channels(color: string): Channels {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as unknown as Channels;
}
