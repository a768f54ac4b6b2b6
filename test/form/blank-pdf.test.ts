import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blankPdf } from '../../src/form/blank-pdf.ts';
import { wishChoices } from '../../src/form/blank-words.ts';
import { readPdf } from '../../src/form/pdf.ts';
import { openPdf } from '../../src/form/pdf-document.ts';
import { fieldNames, rowFieldNames } from '../../src/form/pdf-names.ts';
import { paint } from '../../src/form/pdf-paint.ts';
import type { Glyph } from '../../src/form/pdf-shapes.ts';

/** Every letter of the alphabet with every mark, upper case. */
const alphabet = [...'AĂÂEÊIOÔƠUƯY']
  .flatMap((vowel) =>
    ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
  )
  .join('')
  .concat('ĐBCDGHKLMNPQRSTVX');

/** As unit names that fit their field. */
const names = [0, 30, 60].map((at) => alphabet.slice(at, at + 30).replace(/.{10}/g, '$& '));

async function glyphsOf(pdf: Buffer): Promise<Glyph[]> {
  const document = await openPdf(pdf);
  try {
    const glyphs: Glyph[] = [];
    for await (const { operators } of document.pages())
      glyphs.push(...(operators ? paint(operators).glyphs : []));
    return glyphs.filter(({ text }) => text.trim() !== '');
  } finally {
    await document.close();
  }
}

describe('the blank PDF', () => {
  test('reads back as a form of the unit without anything filled in', async () => {
    const nothing = { requester: null, position: null, phone: null, content: null, rows: [], skipped: [] };
    const read = async (unit: string | null) => readPdf(await blankPdf(unit), 'a.pdf');
    expect(await read('Sở Nội vụ')).toMatchObject({
      forms: [
        {
          source: 'pdf-fields',
          unit: { text: 'SỞ NỘI VỤ', where: 'trang 1, ô "Tên cơ quan, đơn vị"' },
          ...nothing,
        },
      ],
    });
    expect(await read(null)).toMatchObject({ forms: [{ unit: null, ...nothing }] });
  });

  test('has a field for every blank, named as a person calls it, and offers the usual wishes', async () => {
    const document = await openPdf(await blankPdf(null));
    const found: string[] = [];
    for await (const { widgets } of document.pages()) found.push(...widgets.map(({ name }) => name));
    await document.close();
    const rows = Array.from({ length: 10 }, (_, index) => Object.values(rowFieldNames(index + 1)));
    expect(found.toSorted()).toEqual([...Object.values(fieldNames), ...rows.flat()].toSorted());
    expect(wishChoices).toContain('Cấp mới hộp thư');
  });

  test('holds every letter, in its printed words and its fields', async () => {
    const glyphs = await Promise.all(names.map(async (name) => glyphsOf(await blankPdf(name))));
    const words = glyphs
      .flat()
      .map(({ text }) => text)
      .join('');
    expect(words).toContain('CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM');
    expect([...alphabet].filter((letter) => !words.includes(letter))).toEqual([]);
  });

  const renderer = ['/usr/bin/pdftoppm', '/usr/local/bin/pdftoppm'].find((path) => existsSync(path));

  test.skipIf(renderer === undefined).each(names)(
    'draws ink for every letter, where another program renders it: %s',
    async (name) => {
      const folder = await mkdtemp(join(tmpdir(), 'phieu-pdf-'));
      try {
        const pdf = await blankPdf(name);
        await writeFile(join(folder, 'a.pdf'), pdf);
        execFileSync(renderer ?? '', ['-r', '144', '-gray', '-singlefile', 'a.pdf', 'a'], { cwd: folder });
        const { width, pixels } = pgm(await readFile(join(folder, 'a.pgm')));
        const isDark = ({ from, to, size, clip }: Glyph): boolean => {
          const box = {
            left: Math.max(from.x, clip.left),
            right: Math.min(to.x, clip.right),
            top: Math.max(from.y - 0.7 * size, clip.top),
            bottom: Math.min(from.y + 0.2 * size, clip.bottom),
          };
          for (let y = Math.floor(box.top * 2); y < box.bottom * 2; y += 1)
            for (let x = Math.ceil(box.left * 2); x < box.right * 2; x += 1)
              if ((pixels[y * width + x] ?? 255) < 128) return true;
          return false;
        };
        const glyphs = await glyphsOf(pdf);
        expect(glyphs.length).toBeGreaterThan(300);
        expect(glyphs.filter((glyph) => !isDark(glyph)).map(({ text }) => text)).toEqual([]);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );
});

/** A grey picture (netpbm's P5) of 256 shades. */
function pgm(file: Buffer): { width: number; pixels: Buffer } {
  const [head = '', width = ''] = /^P5\s+(\d+)\s+\d+\s+255\s/.exec(file.toString('latin1', 0, 50)) ?? [];
  return { width: Number(width), pixels: file.subarray(head.length) };
}
