import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  findUnits,
  type RegisteredUnit,
  type Registry,
  readUnitWords,
} from '../../src/directory/unit-search.ts';
import { wordingsOfUnit } from '../../src/directory/wordings.ts';
import type { Unit, UnitKind } from '../../src/model/request.ts';
import { spelling } from '../../src/rules/spelling.ts';
import { withoutAccents } from '../../src/text/fold.ts';

/** The registry of the examples, in memory: it has every commune and district as they were until June 2025. */
const units: RegisteredUnit[] = [];
for (const line of readFileSync('examples/registry/units.csv', 'utf8').trim().split('\n').slice(1)) {
  const [abbreviation = '', name = '', parent = '', kind = 'other'] = line.split(',');
  const above = units.find((unit) => unit.abbreviation === parent);
  const shared = { mailbox: null, aliases: [], isValid: true };
  units.push({
    id: units.length + 1,
    abbreviation,
    name,
    parentId: above?.id ?? null,
    kind: kind as UnitKind,
    ...shared,
  });
}
const parentOf = (unit: Unit) => units.find(({ id }) => id === unit.parentId);
const found = units.flatMap((unit) => {
  const above = parentOf(unit);
  return wordingsOfUnit(unit, above ? [above] : []).map((wording) => ({ wording, id: unit.id }));
});
const registry: Registry = {
  units: new Map(units.map((unit) => [unit.id, unit])),
  byWording: new Map(
    [...Map.groupBy(found, ({ wording }) => wording)].map(([wording, some]) => [
      wording,
      some.map(({ id }) => id),
    ]),
  ),
};

/** An area whose committee is registered: `kind` and `short` are the parts of its name. */
type Area = { unit: RegisteredUnit; kind: string; short: string };

const areaOf = (unit: RegisteredUnit): Area => {
  const [, kind = '', short = ''] =
    /^Ủy ban nhân dân (phường|xã|thị trấn|huyện|thành phố|thị xã) (.+)$/.exec(unit.name) ?? [];
  return { unit, kind, short };
};
const districts = units.filter(({ kind }) => kind === 'district').map(areaOf);
const communes = units.filter(({ kind }) => kind === 'commune').map(areaOf);

const meant = (words: string, asking: string): string[] => {
  const askingId = units.find(({ abbreviation }) => abbreviation === asking)?.id ?? 0;
  return findUnits(readUnitWords(words), registry, askingId).map(({ abbreviation }) => abbreviation);
};

const shortKinds: Readonly<Record<string, string>> = {
  phường: 'P.',
  xã: 'X.',
  'thị trấn': 'TT.',
  huyện: 'H.',
  'thành phố': 'TP.',
  'thị xã': 'TX.',
};

const waysOf = ({ kind, short }: Area): string[] =>
  [
    `UBND ${kind} ${short}`,
    `Ủy ban nhân dân ${kind} ${short}`,
    `${kind} ${short}`,
    `UBND ${kind} ${short}`.toUpperCase(),
    `UB ${kind} ${short}`.normalize('NFD'),
    `${shortKinds[kind]} ${short}`,
    `UBND ${shortKinds[kind]}${short}`,
  ].flatMap((way) => [way, withoutAccents(way)]);

test('the examples have them all', () => {
  expect([districts.length, communes.length]).toEqual([15, 143]);
});

test('every commune is found by its name from its district, and with its district from anywhere', () => {
  const misread: string[] = [];
  const want = (words: string, asking: string, { unit }: Area): void => {
    const found = meant(words, asking).join();
    if (found !== unit.abbreviation) misread.push(`${words} from ${asking}: ${found}`);
  };
  for (const commune of communes) {
    const district = districts.find(({ unit }) => unit.id === commune.unit.parentId);
    if (district === undefined) continue;
    const { kind, short, unit } = district;
    for (const way of waysOf(commune)) {
      want(way, unit.abbreviation, commune);
      want(`${way}, ${kind} ${short}`, 'sttt', commune);
      want(`${way} - UBND ${kind} ${short}`, 'sttt', commune);
      want(`${way}, ${short}`, 'sttt', commune);
      want(`${way}, ${shortKinds[kind]}${short}, tỉnh Kiên Giang`, 'sttt', commune);
    }
    want(`Bộ phận Một cửa - UBND ${commune.kind} ${commune.short}`, unit.abbreviation, commune);
  }
  expect(misread).toEqual([]);
});

test('the bare name of an area is that area, or is asked about where several have it', () => {
  const areas = [...districts, ...communes];
  const misread = areas.flatMap(({ short }) =>
    [short, short.toUpperCase().normalize('NFD'), ` ${short.toLowerCase()} `].flatMap((words) => {
      const named = areas.filter((area) => spelling(area.short) === spelling(short));
      const found = meant(words, 'sttt');
      return named.every(({ unit }) => found.includes(unit.abbreviation))
        ? []
        : [`${words}: ${found.join()}`];
    }),
  );
  expect(misread).toEqual([]);
  expect(meant('Vĩnh Quang', 'snv')).toEqual(['pvinhquang']);
  expect(meant('Bình An', 'snv').toSorted()).toEqual(['xabinhanct', 'xabinhankl']);
  expect(meant('Bình An', 'ubndkienluong')).toEqual(['xabinhankl']);
  expect(meant('Bình An, Châu Thành', 'sttt')).toEqual(['xabinhanct']);
});

test.each([
  ['snv', 'Ban TĐKT tỉnh', 'btdkt'],
  ['snv', 'Ban TĐ-KT', 'btdkt'],
  ['snv', 'TT Lưu trữ lịch sử tỉnh', 'ttltls'],
  ['vptu', 'Ban Tuyên giáo TU', 'btgtu'],
  ['vptu', 'BTG Tỉnh ủy', 'btgtu'],
  ['vptu', 'Ban Tổ chức TU', 'btctu'],
  ['vptu', 'VPTU', 'vptu'],
  ['skhdt', 'Sở Kế hoạch và Đầu tư', 'skhdt'],
  ['stp', 'Sở Tư pháp', 'stp'],
])('from %s, "%s" is %s', (asking, words, unit) => {
  expect(meant(words, asking)).toEqual([unit]);
});

test('every district is found from anywhere', () => {
  const misread = districts.flatMap((district) =>
    waysOf(district).filter((way) => meant(way, 'sttt').join() !== district.unit.abbreviation),
  );
  expect(misread).toEqual([]);
});

test('another district, or an office beside the bare name of an area, finds nothing', () => {
  const strays = ['UBND xã Mỹ Lâm, Kiên Lương', 'xã Mỹ Lâm, Châu Thành', 'Phòng Tư pháp, Hòn Đất'];
  expect(strays.filter((words) => meant(words, 'sttt').length > 0)).toEqual([]);
});

test('a name that two communes have is told apart by its district alone', () => {
  expect(meant('xã Bình An', 'sttt')).toHaveLength(2);
  expect(meant('xã Bình An, Kiên Lương', 'sttt')).toHaveLength(1);
});
