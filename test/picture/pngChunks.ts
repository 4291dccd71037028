/** A PNG's chunks, read by the words of its specification. */
export function chunksOf(bytes: Uint8Array): readonly { readonly name: string; readonly content: Buffer }[] {
  const png = Buffer.from(bytes);
  const chunks: { name: string; content: Buffer }[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ name: png.toString('latin1', at + 4, at + 8), content: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** Keyword and words of each `iTXt` that is not compressed. */
export const textsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    chunksOf(bytes)
      .filter(({ name }) => name === 'iTXt')
      .map(({ content }) => {
        const end = content.indexOf(0);
        return [content.toString('latin1', 0, end), content.toString('utf8', end + 5)];
      }),
  );

export function sizeOf(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  const header = chunksOf(bytes)[0]?.content ?? Buffer.alloc(8);
  return { width: header.readUInt32BE(0), height: header.readUInt32BE(4) };
}
