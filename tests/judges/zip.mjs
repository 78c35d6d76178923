// Packs a folder as an EPUB container or a Word file, to judge planted faults in it.
//
// In:  the files by name, and which of them is the first.
// Out: the bytes of a ZIP file, nothing compressed, the first file first: EPUB's container format wants `mimetype` there.
// Refused: files without the first.

import { crc32 } from "node:zlib";

const DATE = (1980 - 1980) << 9 | 1 << 5 | 1; // 1 January 1980, the first day ZIP can name
const UTF8_NAMES = 0x0800;

/** `files` is a Map of name to Buffer. */
export function pack(files, first = "mimetype") {
  if (!files.has(first)) throw new Error(`there is no file ${first}`);
  const names = [first, ...[...files.keys()].filter((name) => name !== first).sort()];
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const name of names) {
    const data = files.get(name);
    const label = Buffer.from(name, "utf8");
    // version, flags, method, time, date, checksum, packed size, size, length of name, length of extra
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(name === "mimetype" ? 0 : UTF8_NAMES, 2);
    common.writeUInt16LE(DATE, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(label.length, 22);
    const header = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), common, label]);
    // comment, disk, attributes: nothing; then where the entry begins
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), common, tail, label]));
    parts.push(header, data);
    offset += header.length + data.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, index, end]);
}
