import { crc32, deflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanPng } from "./clean-png.ts";

const signature = Buffer.from("89504e470d0a1a0a", "hex");
function chunk(type: string, data: Uint8Array | string = ""): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), Buffer.from(data)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
function header(width = 2, height = 2, rest: readonly number[] = [8, 6, 0, 0, 0]): Buffer {
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32BE(width);
  sizes.writeUInt32BE(height, 4);
  return chunk("IHDR", Buffer.concat([sizes, Buffer.from(rest)]));
}
const pixels = chunk("IDAT", deflateSync(Buffer.alloc(2 * (1 + 2 * 4), 7)));
const end = chunk("IEND");
const file = (...chunks: readonly Buffer[]) => Buffer.concat([signature, ...chunks]);
const plain = file(header(), pixels, end);

test("a picture stays what it is, and loses what is written beside it", () => {
  expect(Buffer.from(cleanPng(plain) ?? [])).toEqual(plain);
  const told = file(
    header(),
    chunk("tEXt", "Author\0Somebody"),
    chunk("eXIf", "where it was taken"),
    pixels,
    chunk("zTXt", "<script>"),
    end,
  );
  expect(Buffer.from(cleanPng(told) ?? [])).toEqual(plain);
});

test.each([
  ["a page", Buffer.from("<svg onload=alert(1)>")],
  ["a picture with something behind it", Buffer.concat([plain, Buffer.from("<script>")])],
  ["a header alone", file(header(), end)],
  ["no end", file(header(), pixels)],
  ["another order", file(pixels, header(), end)],
  ["two headers", file(header(), header(), pixels, end)],
  ["a side that is too long", file(header(1_025, 2), pixels, end)],
  ["no width", file(header(0, 2), pixels, end)],
  ["interlacing", file(header(2, 2, [8, 6, 0, 0, 1]), pixels, end)],
  ["a depth that its colours cannot have", file(header(2, 2, [1, 6, 0, 0, 0]), pixels, end)],
  ["fewer pixels than it says", file(header(2, 3), pixels, end)],
  ["more than it says", file(header(), chunk("IDAT", deflateSync(Buffer.alloc(9e6))), end)],
  ["pixels that do not unpack", file(header(), chunk("IDAT", "no pixels"), end)],
  ["an end with something in it", file(header(), pixels, chunk("IEND", "hidden"))],
  [
    "pixels with something behind them",
    file(
      header(),
      chunk("IDAT", Buffer.concat([pixels.subarray(8, -4), Buffer.from("hidden")])),
      end,
    ),
  ],
  ["a palette that is too long", file(header(), chunk("PLTE", "hid".repeat(257)), pixels, end)],
  ["a transparency beside alpha", file(header(), chunk("tRNS", "hidden"), pixels, end)],
  ["a wrong checksum", Buffer.concat([plain.subarray(0, -1), Buffer.from([0])])],
  ["more than 64 KB", Buffer.concat([plain, Buffer.alloc(65_536)])],
])("%s is no logo", (_, bytes) => expect(cleanPng(bytes)).toBeNull());

test("whatever the bytes, there is an answer, and cleaning twice is cleaning once", () => {
  const anything = fc.uint8Array({ maxLength: 200 });
  fc.assert(
    fc.property(anything, fc.nat(plain.length), (bytes, at) => {
      for (const given of [bytes, Buffer.concat([plain.subarray(0, at), bytes])]) {
        const once = cleanPng(given);
        if (once) expect(cleanPng(once)).toEqual(once);
      }
    }),
  );
});
