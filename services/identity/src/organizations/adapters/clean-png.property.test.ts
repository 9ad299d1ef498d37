import { crc32, deflateSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanPng, largestPng } from "./clean-png.ts";

const signature = Buffer.from("89504e470d0a1a0a", "hex");
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

type Chunk = { readonly type: string; readonly data: Buffer };

function write({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(data.length);
  numbers.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
}

function file(chunks: readonly Chunk[]): Buffer {
  return Buffer.concat([signature, ...chunks.map(write)]);
}

const anyBytes = (maxLength: number) =>
  fc.uint8Array({ maxLength }).map((bytes) => Buffer.from(bytes));
const anyChunk = fc.record({
  type: fc.constantFrom("IHDR", "PLTE", "tRNS", "IDAT", "IEND", "tEXt", "eXIf", "iCCP", "\0\0\0\0"),
  data: anyBytes(900),
});

/** A picture of any size and colour that has everything it needs. */
const picture: fc.Arbitrary<readonly Chunk[]> = fc
  .record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 40 }),
    colour: fc.constantFrom(0, 2, 3, 4, 6),
    cuts: fc.integer({ min: 1, max: 4 }),
    fill: fc.nat(4),
  })
  .map(({ width, height, colour, cuts, fill }) => {
    const sizes = Buffer.alloc(8);
    sizes.writeUInt32BE(width);
    sizes.writeUInt32BE(height, 4);
    const header = Buffer.concat([sizes, Buffer.from([8, colour, 0, 0, 0])]);
    const raw = Buffer.alloc((1 + width * (samplesOf[colour] ?? 0)) * height, fill);
    const packed = deflateSync(raw);
    const length = Math.ceil(packed.length / cuts);
    const pixels = Array.from({ length: cuts }, (_, cut) => ({
      type: "IDAT",
      data: packed.subarray(cut * length, (cut + 1) * length),
    }));
    const palette = colour === 3 ? [{ type: "PLTE", data: Buffer.alloc(15, 200) }] : [];
    return [
      { type: "IHDR", data: header },
      ...palette,
      ...pixels,
      { type: "IEND", data: Buffer.alloc(0) },
    ];
  });

/** Such a picture with chunks put in, taken out or exchanged, all checksums right. */
const rearranged = fc
  .tuple(picture, fc.array(fc.tuple(fc.nat(8), fc.nat(1), anyChunk), { maxLength: 4 }))
  .map(([chunks, changes]) =>
    file(
      changes.reduce<readonly Chunk[]>(
        (list, [at, removed, chunk]) => list.toSpliced(at, removed, chunk),
        chunks,
      ),
    ),
  );

/** Such a picture with bytes overwritten, and a tail of any bytes in the place of its end. */
const damaged = fc
  .tuple(
    picture,
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
    fc.nat(),
    anyBytes(40),
  )
  .map(([chunks, changes, cut, tail]) => {
    const bytes = file(chunks);
    for (const [at, value] of changes) bytes[at % bytes.length] = value;
    return cut % 2 === 1 ? Buffer.concat([bytes.subarray(0, cut % bytes.length), tail]) : bytes;
  });

/** Reads a PNG in its strictest form, independently of the cleaner; throws if anything is amiss. */
function expectClean(bytes: Uint8Array): void {
  const png = Buffer.from(bytes);
  expect(png.length).toBeLessThanOrEqual(largestPng);
  expect(png.subarray(0, 8)).toEqual(signature);
  const types: string[] = [];
  const data: Record<string, Buffer[]> = {};
  let at = 8;
  while (at < png.length) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)));
    types.push(type);
    (data[type] ??= []).push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  expect(at).toBe(png.length);
  expect(types.join(" ")).toMatch(/^IHDR( PLTE)?( tRNS)?( IDAT)+ IEND$/);
  const [header = Buffer.alloc(13)] = data["IHDR"] ?? [];
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bits = header.readUInt8(8) * (samplesOf[header.readUInt8(9)] ?? Number.NaN);
  const pixels = inflateSync(Buffer.concat(data["IDAT"] ?? []));
  expect(pixels.length).toBe((Math.ceil((width * bits) / 8) + 1) * height);
  expect(data["PLTE"]?.[0]?.length ?? 0).toBeLessThanOrEqual(768);
  expect(data["tRNS"]?.[0]?.length ?? 0).toBeLessThanOrEqual(256);
  expect(data["IEND"]?.[0]).toHaveLength(0);
}

test("a picture comes out as it went in, and loses what is written beside it", () => {
  const beside = fc.array(fc.record({ type: fc.constantFrom("tEXt", "eXIf"), data: anyBytes(50) }));
  fc.assert(
    fc.property(picture, beside, (chunks, told) => {
      const clean = cleanPng(file([...chunks.slice(0, 1), ...told, ...chunks.slice(1)]));
      expect(Buffer.from(clean ?? [])).toEqual(file(chunks));
    }),
  );
});

test.each([
  ["any bytes", anyBytes(400)],
  ["any bytes behind a signature", anyBytes(400).map((bytes) => Buffer.concat([signature, bytes]))],
  ["any chunks", fc.array(anyChunk, { maxLength: 8 }).map(file)],
  ["pictures with other chunks", rearranged],
  ["damaged pictures", damaged],
])("of %s nothing is thrown, and what is taken is a clean picture", (_, files) => {
  fc.assert(
    fc.property(files, (bytes) => {
      const clean = cleanPng(bytes);
      if (clean === null) return;
      expectClean(clean);
      expect(cleanPng(clean)).toEqual(clean);
    }),
    { numRuns: 1_000 },
  );
});
