import { crc32, inflateSync } from "node:zlib";

/** The longest a picture may be, as it is sent and as it is kept. */
export const largestPng = 65_536;

const widest = 1_024;
const signature = Buffer.from("89504e470d0a1a0a", "hex");
// What a picture is made of. All else (texts, places, cameras, profiles) is not kept.
const kept = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);
const indexed = 3;
const inOrder = /^IHDR( PLTE)?( tRNS)?( IDAT)+ IEND$/;
// Samples of each colour type (PNG, 11.2.2), and the depths that it may have.
const colours: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  [indexed]: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

type Chunk = { readonly type: string; readonly data: Buffer; readonly whole: Buffer };

/**
 * The same picture without everything else in the file, or null if the bytes are no such PNG: at most 1,024 pixels a
 * side, not interlaced, every checksum right, and exactly as much data as its size needs. So the result is a picture,
 * holds no hidden text, and unpacks to no more than it says.
 */
export function cleanPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const file = Buffer.from(bytes);
  if (file.length > largestPng || !file.subarray(0, 8).equals(signature)) return null;
  const chunks = chunksOf(file.subarray(8));
  const picture = (chunks ?? []).filter(({ type }) => kept.has(type));
  if (!inOrder.test(picture.map(({ type }) => type).join(" "))) return null;
  const [header] = picture;
  const size = header && unpackedSize(header.data);
  if (!size || !isColoured(picture, header.data)) return null;
  if (!unpacksTo(dataOf(picture, "IDAT"), size) || dataOf(picture, "IEND").length > 0) return null;
  return new Uint8Array(Buffer.concat([signature, ...picture.map(({ whole }) => whole)]));
}

function chunksOf(rest: Buffer): readonly Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = 0; at < rest.length;) {
    if (at + 12 > rest.length) return null;
    const end = at + 12 + rest.readUInt32BE(at);
    if (end > rest.length) return null;
    const whole = rest.subarray(at, end);
    if (crc32(whole.subarray(4, -4)) !== whole.readUInt32BE(whole.length - 4)) return null;
    chunks.push({ type: whole.toString("latin1", 4, 8), data: whole.subarray(8, -4), whole });
    at = end;
  }
  return chunks;
}

function dataOf(picture: readonly Chunk[], type: string): Buffer {
  return Buffer.concat(picture.filter((chunk) => chunk.type === type).map(({ data }) => data));
}

// A palette or a transparency that is longer than the picture can use would be a place for hidden text
// (PNG, 11.2.2 and 11.3.1). Without such a chunk its data is empty.
function isColoured(picture: readonly Chunk[], header: Buffer): boolean {
  const [depth = 0, colour = 0] = header.subarray(8);
  const entries = dataOf(picture, "PLTE").length / 3;
  const most = colour === indexed ? 2 ** depth : [2, 6].includes(colour) ? 256 : 0;
  if (!Number.isInteger(entries) || entries > most) return false;
  const clear = dataOf(picture, "tRNS").length;
  if (colour === indexed) return entries > 0 && clear <= entries;
  return clear === 0 || clear === { 0: 2, 2: 6 }[colour];
}

function unpackedSize(header: Buffer): number | null {
  if (header.length !== 13) return null;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth = 0, colour = 0, ...methods] = header.subarray(8);
  const { samples, depths } = colours[colour] ?? { samples: 0, depths: [] };
  const isSized = width >= 1 && width <= widest && height >= 1 && height <= widest;
  if (!isSized || !depths.includes(depth) || methods.some((method) => method !== 0)) return null;
  return (Math.ceil((width * samples * depth) / 8) + 1) * height;
}

// What follows the end of the packed pixels is not read by zlib, so it would be a place for hidden text as well.
function unpacksTo(packed: Buffer, size: number): boolean {
  try {
    const options = { maxOutputLength: size, info: true } as const;
    const { buffer, engine } = inflateSync(packed, options) as unknown as Unpacked;
    return buffer.length === size && engine.bytesWritten === packed.length;
  } catch {
    // zlib throws if the data is broken, or longer than the header says.
    return false;
  }
}

type Unpacked = { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
