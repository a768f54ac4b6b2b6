import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/form/assemble.ts';
import { blankForm } from '../../src/form/blank.ts';
import { wishChoices } from '../../src/form/blank-words.ts';
import { readXlsx } from '../../src/form/xlsx.ts';
import { openZip } from '../../src/form/zip.ts';

async function readBack(file: Buffer) {
  const { grids } = await readXlsx(file);
  const read = assemble(grids, 'xlsx', 'a.xlsx');
  return read.secret ? [] : read.forms;
}

describe('the blank form', () => {
  test('reads back as a form of the unit without anything filled in', async () => {
    const nothing = { requester: null, position: null, phone: null, content: null, rows: [], skipped: [] };
    expect(await readBack(await blankForm({ unitName: 'Sở Nội vụ' }))).toMatchObject([
      { unit: { text: 'SỞ NỘI VỤ' }, ...nothing },
    ]);
    expect(await readBack(await blankForm({ unitName: null }))).toMatchObject([{ unit: null, ...nothing }]);
  });

  test('reads back what was filled in beforehand', async () => {
    const rows = wishChoices.map((wish, index) => ({
      fullName: `Nguyễn Văn ${'ABCDEGHIK'[index]}`,
      unit: 'Phòng Tổ chức',
      wish,
    }));
    const [form] = await readBack(
      await blankForm({
        unitName: 'Sở Y tế',
        requester: 'Lê Thị Cúc',
        position: 'Chánh Văn phòng',
        phone: '0912345678',
        content: 'Như danh sách',
        rows,
      }),
    );
    expect(form).toMatchObject({
      requester: { text: 'Lê Thị Cúc' },
      position: { text: 'Chánh Văn phòng' },
      phone: { text: '0912345678' },
      content: { text: 'Như danh sách' },
    });
    expect(
      form?.rows.map(({ fullName, unit, wish }) => ({
        fullName: fullName?.text,
        unit: unit?.text,
        wish: wish?.text,
      })),
    ).toEqual(rows);
  });

  test('offers the usual wishes and forbids no others', async () => {
    const zip = await openZip(await blankForm({ unitName: null }));
    const chunks: Buffer[] = [];
    for await (const chunk of zip.part('xl/worksheets/sheet1.xml') ?? []) chunks.push(chunk);
    const [rule] = /<dataValidation .*?<\/dataValidation>/.exec(Buffer.concat(chunks).toString()) ?? [];
    expect(rule).toContain(`<formula1>&quot;${wishChoices.join(',')}&quot;</formula1>`);
    expect(rule).toContain('sqref="D15:D19"');
    expect(rule).not.toContain('showErrorMessage="1"');
    // Excel refuses longer lists (Excel specifications and limits).
    expect(wishChoices.join(',').length).toBeLessThanOrEqual(255);
  });
});
