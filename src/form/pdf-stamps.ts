import { PDFDict, PDFDocument, PDFName, PDFRef } from 'pdf-lib';

/** What the stamps of PDF programs say that take a document back or say that it is none yet (ISO 32000-1, table 181, and those of Acrobat and Foxit). */
const said: ReadonlyMap<string, string> = new Map([
  ['notapproved', 'KHÔNG DUYỆT'],
  ['rejected', 'KHÔNG DUYỆT'],
  ['draft', 'BẢN NHÁP'],
  ['preliminary', 'DỰ THẢO'],
  ['experimental', 'DỰ THẢO'],
  ['forcomment', 'DỰ THẢO'],
  ['void', 'ĐÃ HỦY'],
  ['cancelled', 'ĐÃ HỦY'],
  ['canceled', 'ĐÃ HỦY'],
  ['expired', 'HẾT HIỆU LỰC'],
  ['superseded', 'HẾT HIỆU LỰC'],
]);

/**
 * What stamps say that have a name and perhaps no words: the program that shows the file draws them. `ids` are those of pdf.js (`25R`).
 * Rejects where the file cannot be opened.
 */
export async function stampWords(file: Buffer, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const document = await PDFDocument.load(file, { updateMetadata: false, ignoreEncryption: true });
  const words = ids.flatMap((id): [string, string][] => {
    const [, number, generation = '0'] = /^(\d+)R(\d*)$/.exec(id) ?? [];
    const stamp = number && document.context.lookup(PDFRef.of(Number(number), Number(generation)));
    const name =
      stamp instanceof PDFDict ? stamp.lookupMaybe(PDFName.of('Name'), PDFName)?.decodeText() : undefined;
    const text = said.get((name ?? '').toLowerCase().replace(/^#?s[bh](?=\w)|[^a-z]/g, ''));
    return text === undefined ? [] : [[id, text]];
  });
  return new Map(words);
}
