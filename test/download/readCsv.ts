/** A reader of RFC 4180 that shares nothing with the writer: characters in, rows of cells out; throws where the standard is broken. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const fail = (why: string): never => {
    throw new Error(`character ${at}: ${why}`);
  };
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        if (at >= text.length) fail('a quotation is not closed');
        if (text[at] !== '"') cell += text[at++];
        else if (text[at + 1] === '"') {
          cell += '"';
          at += 2;
        } else break;
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        if (text[at] === '"' || text[at] === '\n') fail('a quotation mark or a line feed outside quotation marks');
        cell += text[at++];
      }
    }
    row.push(cell);
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) fail('the last line has no end');
    } else if (text.startsWith('\r\n', at)) {
      at += 2;
      rows.push(row);
      row = [];
    } else fail('a cell ends neither with a comma nor with CR LF');
  }
  if (row.length > 0) fail('the last line has no end');
  return rows;
}
