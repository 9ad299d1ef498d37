import { crc32, inflateSync } from "node:zlib";

/** The longest a picture may be, as it is sent and as it is kept. */
export const largestPng = 65_536;

const widest = 1_024;
const signature = Buffer.from("89504e470d0a1a0a", "hex");
// What a picture is made of. All else (texts, places, cameras, profiles) is not kept.
const kept = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);
// Samples of each colour type (PNG, 11.2.2), and the depths that it may have.
const colours: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

type Chunk = { readonly type: string; readonly data: Buffer; readonly whole: Buffer };

/**
 * The same picture with nothing beside it, or null for what is no such PNG: 1,024 pixels a side at most, not
 * interlaced, every checksum right, and as much data as its size asks for, so that it is a picture and not a file
 * that begins like one, and unpacks to no more than it says.
 */
export function cleanPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const file = Buffer.from(bytes);
  if (file.length > largestPng || !file.subarray(0, 8).equals(signature)) return null;
  const chunks = chunksOf(file.subarray(8));
  if (chunks === null || !isInOrder(chunks)) return null;
  const picture = chunks.filter(({ type }) => kept.has(type));
  const [header] = picture;
  const size = header && unpackedSize(header.data);
  if (!size) return null;
  const packed = picture.filter(({ type }) => type === "IDAT").map(({ data }) => data);
  if (!unpacksTo(Buffer.concat(packed), size)) return null;
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

function isInOrder(chunks: readonly Chunk[]): boolean {
  const types = chunks.map(({ type }) => type);
  const once = ["IHDR", "IEND", "PLTE", "tRNS"].every(
    (type) => types.indexOf(type) === types.lastIndexOf(type),
  );
  return once && types[0] === "IHDR" && types.at(-1) === "IEND" && types.includes("IDAT");
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

function unpacksTo(packed: Buffer, size: number): boolean {
  try {
    return inflateSync(packed, { maxOutputLength: size }).length === size;
  } catch {
    // Broken, or more than its header says: no picture of ours.
    return false;
  }
}
