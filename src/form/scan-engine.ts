import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Box } from './pdf-shapes.ts';
import type { Gray } from './scan-gray.ts';

/** A word as it was recognised; `sure` from 0 to 100, `line` counts the lines of the part that was read. */
export type ScannedWord = { text: string; sure: number; line: number; box: Box };

/** How words lie in a part: `block` one below the other in lines, `sparse` anywhere. */
export type Spread = 'block' | 'sparse';

/** Reads parts of one picture after the other. */
export type Engine = {
  show(gray: Gray): void;
  read(part: Box, spread: Spread): ScannedWord[];
};

/** What is used of the engine's own face (tesseract.js-core 7 names it as Tesseract does). */
type Core = {
  FS: { writeFile(path: string, content: Uint8Array): void };
  TessBaseAPI: new () => {
    Init(folder: string, language: string, mode: number): number;
    SetVariable(name: string, value: string): boolean;
    SetImageFile(orientation: number, radians: number): number;
    SetRectangle(left: number, top: number, width: number, height: number): void;
    Recognize(monitor: null): number;
    GetTSVText(page: number): string;
  };
};

const require = createRequire(import.meta.url);
/** Tesseract's own numbers: its neural network alone, and how words lie. */
const neuralOnly = 1;
const spreads: Record<Spread, string> = { block: '6', sparse: '11' };

/** Opens Tesseract with its Vietnamese data, both from packages on this machine: nothing is looked for elsewhere. */
export async function openEngine(): Promise<Engine> {
  const start = require('tesseract.js-core/tesseract-core-simd-lstm') as (options: object) => Promise<Core>;
  const core = await start({ print: () => {}, printErr: () => {} });
  const data = require.resolve('@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz');
  core.FS.writeFile('/vie.traineddata', await promisify(gunzip)(await readFile(data)));
  const tesseract = new core.TessBaseAPI();
  if (tesseract.Init('/', 'vie', neuralOnly) !== 0) throw new Error('Tesseract does not start');
  tesseract.SetVariable('user_defined_dpi', '300');
  return {
    show: ({ width, height, data }) => {
      core.FS.writeFile('/input', Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), data]));
      if (tesseract.SetImageFile(1, 0) !== 0) throw new Error('Tesseract takes no such picture');
    },
    read: ({ left, top, right, bottom }, spread) => {
      tesseract.SetVariable('tessedit_pageseg_mode', spreads[spread]);
      tesseract.SetRectangle(left, top, right - left, bottom - top);
      tesseract.Recognize(null);
      return wordsIn(tesseract.GetTSVText(0));
    },
  };
}

/** Of Tesseract's table the words: level, page, block, paragraph, line, word, left, top, width, height, sureness, text. */
function wordsIn(table: string): ScannedWord[] {
  const words: ScannedWord[] = [];
  let line = -1;
  for (const row of table.split('\n')) {
    const [level, , , , , , left = 0, top = 0, width = 0, height = 0, sure = 0, text = ''] = row
      .split('\t')
      .map((part, index) => (index < 11 ? Number(part) : part)) as [...number[]] & { 11: string };
    if (level === 4) line += 1;
    if (level !== 5 || String(text).trim() === '') continue;
    const box = { left, top, right: left + width, bottom: top + height };
    words.push({ text: String(text).normalize('NFC'), sure, line, box });
  }
  return words;
}
