import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Letter, readBody } from '../../src/form/body.ts';
import { semicolonCells } from '../../src/form/body-spaces.ts';
import { shownBy } from '../../src/form/html-shown.ts';
import { readLetter } from '../../src/form/read-letter.ts';
import type { Form, Placed } from '../../src/model/form.ts';
import { attached, file, html, letter, multipart, plain } from './letters.ts';
import { vni } from './vni.ts';

const words = (placed: Placed | null): string => placed?.text.replaceAll('\n', ' ') ?? '–';
const rowsOf = (forms: readonly Form[]): string[] | null =>
  forms.length === 0
    ? null
    : forms.flatMap(({ rows }) =>
        rows.map(({ number, fullName, unit, wish }) =>
          [number, words(fullName), words(unit), words(wish)].join(' | '),
        ),
      );
const inPlain = (text: string): Letter => ({ subject: '', plain: text, lines: null, isHtml: false });
const inHtml = (text: string): Letter => ({
  ...{ subject: '', plain: null, isHtml: true },
  lines: shownBy(text).lines,
});
const ofPlain = (text: string): string[] | null => rowsOf(readBody(inPlain(text)).forms);
const ofHtml = (text: string): string[] | null => rowsOf(readBody(inHtml(text)).forms);

const ask = 'Kính đề nghị Trung tâm thực hiện:';
const nam = '1. Trần Văn Nam - Sở Nội vụ - Cấp mới hộp thư';
const namRow = '1 | Trần Văn Nam | Sở Nội vụ | Cấp mới hộp thư';
const head = '<tr><th>STT<th>Họ và tên<th>Đơn vị công tác<th>Nội dung đề nghị</tr>';
const row = '<tr><td>1<td>Trần Văn Nam<td>Sở Nội vụ<td>Cấp mới hộp thư</tr>';
const table = `<table border="1">${head}${row}</table>`;

describe('a form in plain words', () => {
  test('labels and a numbered list, items broken over lines', () => {
    const text = `Kính gửi Trung tâm,

Họ và tên: Trần Văn Bình
Chức vụ: Chánh Văn phòng
Điện thoại liên lạc: 0912345678
Nội dung yêu cầu: cấp mới và hủy bỏ hộp thư

${nam}
2. Lê Thị Hoa - Thanh tra Sở - Hủy bỏ hộp
thư công vụ

Trân trọng cảm ơn.`;
    const [form] = readBody(inPlain(text)).forms;
    expect(form).toMatchObject({
      source: 'body',
      attachment: null,
      unit: null,
      requester: { text: 'Trần Văn Bình', where: 'thư, dòng 3' },
      content: { text: 'cấp mới và hủy bỏ hộp thư' },
      rows: [{ where: 'thư, dòng 8' }, { where: 'thư, dòng 9' }],
    });
    expect(ofPlain(text)).toEqual([namRow, '2 | Lê Thị Hoa | Thanh tra Sở | Hủy bỏ hộp thư công vụ']);
  });

  test.each([
    ['tabs', 'STT\tHọ và tên\tĐơn vị\tNội dung đề nghị\n1\tTrần Văn Nam\tSở Nội vụ\tCấp mới hộp thư'],
    [
      'bars',
      '| STT | Họ và tên | Đơn vị | Nội dung đề nghị |\n|---|:---|---|---|\n| 1 | Trần Văn Nam | Sở Nội vụ | Cấp mới hộp thư |',
    ],
    [
      'spaces',
      'STT  Họ và tên      Đơn vị     Nội dung đề nghị\n1    Trần Văn Nam   Sở Nội vụ  Cấp mới hộp thư',
    ],
    [
      'semicolons below headings',
      'STT; Họ và tên; Đơn vị; Nội dung đề nghị\n1; Trần Văn Nam; Sở Nội vụ; Cấp mới hộp thư;',
    ],
    ['semicolons', '1. Trần Văn Nam; Sở Nội vụ; Cấp mới hộp thư'],
    ['commas', '1) Trần Văn Nam, Sở Nội vụ, cấp mới hộp thư'.replace('cấp', 'Cấp')],
    ['dashes', '– Trần Văn Nam – Sở Nội vụ – Cấp mới hộp thư'],
  ])('parted by %s', (_, text) => {
    expect(ofPlain(`${ask}\n\n${text}\n`)).toEqual([namRow]);
  });

  test('a blank cell and a line that goes on, between spaces', () => {
    const text = `${ask}

STT  Họ và tên        Đơn vị       Nội dung đề nghị
1    Trần Văn Nam                  Cấp lại
                                   mật khẩu
2    Lê Thị Hoa       Văn phòng    Hủy bỏ`;
    expect(ofPlain(text)).toEqual([
      '1 | Trần Văn Nam | – | Cấp lại mật khẩu',
      '2 | Lê Thị Hoa | Văn phòng | Hủy bỏ',
    ]);
  });

  test.each([
    'STT  Họ và tên        Đơn vị       Nội dung đề nghị\n1    Trần Văn Nam           Cấp lại mật khẩu',
    'STT   Họ tên   Đơn vị   Đề nghị\n1  Trần Văn Nam  Sở Nội vụ  Cấp mới hộp thư',
    'STT   Họ và tên         Chức vụ        Nội dung đề nghị\n1     Trần Văn  Nam                    Hủy bỏ',
    'STT; Họ tên; Chức vụ; Đề nghị\n1; Trần Văn Nam; Cấp mới\n2; Lê Thị Hoa; Văn thư; Hủy bỏ',
    'STT; Họ tên; Chức vụ; Đề nghị\n1; Trần Văn Nam; Phó phòng; văn thư; Cấp mới',
    'STT; Họ tên; Chức vụ; Đề nghị\n1; Trần Văn Nam; Văn thư; Cấp mới\nGhi chú; dòng 1; chưa làm; chờ',
    'Họ tên; Chức vụ; Đề nghị\nTrần Văn Nam; Văn thư; Cấp mới\nGhi chú; dòng 1; chưa làm',
    'STT   Họ tên         Chức vụ    Đề nghị\n1     Trần Văn Nam   Văn thư    Cấp mới\nLưu ý dòng 1   chưa làm',
  ])('nothing is read where spaces or semicolons do not tell whose a word is', (text) => {
    expect(ofPlain(`${ask}\n\n${text}`)).toBeNull();
  });

  test.each([
    ['bars', ofPlain, 'STT | Họ và tên | Đề nghị\n1 | Trần Văn Nam | Cấp mới\nLưu ý | dòng 1 | chưa làm'],
    ['tabs', ofPlain, 'STT\tHọ và tên\tĐề nghị\n1\tTrần Văn Nam\tCấp mới\nLưu ý\tdòng 1\tchưa làm'],
    [
      'bars, without numbers',
      ofPlain,
      'Họ và tên | Đơn vị | Đề nghị\nTrần Văn Nam | – | Cấp mới\nLưu ý | dòng 1 | chưa làm',
    ],
    ['bars', ofHtml, 'STT | Họ và tên | Đề nghị<br>1 | Trần Văn Nam | Cấp mới<br>Lưu ý | dòng 1 | chưa làm'],
  ] as const)('words parted by %s below a table are none of its rows', (_, rows, lines) => {
    const whole = (last: string): string => {
      const text = lines.replace('Lưu ý', last);
      return rows === ofHtml ? `<p>${ask}</p>${text}` : `${ask}\n\n${text}`;
    };
    expect(rows(whole('Lưu ý'))).toBeNull();
    const told = whole('Ghi chú').replace('chưa làm', 'đang công tác');
    expect(rows(told)).toHaveLength(1);
    const { forms } = readBody(rows === ofHtml ? inHtml(told) : inPlain(told));
    const remarks = forms.flatMap((form) => form.remarks ?? []).map((one) => one.text);
    expect(remarks.join('\n')).toMatch(/^Ghi chú\P{L}+dòng 1\P{L}+đang công tác$/mu);
  });

  test.each(['|', '\t'])('titles of groups between %j are of the table', (sign) => {
    const lines = [
      'STT,Họ và tên,Đề nghị',
      'I. Cấp mới,02 người,',
      '1,Trần Văn Nam,',
      'II. Hủy bỏ,,',
      '2,Lê Thị Hoa,',
    ];
    const drawn = lines.map((line) => `${sign.trim()}${line.replaceAll(',', sign)}${sign.trim()}`);
    expect(ofPlain(`${ask}\n\n${drawn.join('\n')}`)).toEqual([
      '1 | Trần Văn Nam | – | Cấp mới',
      '2 | Lê Thị Hoa | – | Hủy bỏ',
    ]);
  });

  test('thousands of headings between semicolons are looked through once', () => {
    const lines = Array<string>(100_000)
      .fill('STT;Họ và tên;Đơn vị')
      .flatMap((line) => [line, '']);
    const begun = performance.now();
    semicolonCells(lines);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  test.each([
    ['TCVN3', 'KÝnh ®Ò nghÞ Trung t©m thùc hiÖn:\n\n1. TrÇn V¨n Nam - Së Néi vô - CÊp míi hép th­'],
    ['VNI', `${vni(ask)}\n\n${vni(nam)}`],
  ] as const)('a list in %s', (encoding, text) => {
    expect(ofPlain(text)).toEqual([namRow]);
    expect(readBody(inPlain(text)).forms).toMatchObject([{ convertedFrom: [encoding] }]);
  });

  test.each([
    ['an earlier letter', `${ask}\n\nVào Th 2, 5 thg 3, 2026 vào lúc 10:00 A <a@b.vn> đã viết:\n${nam}`],
    [
      'an earlier letter, its head on two lines',
      `${ask}\n\nOn Mon, Mar 5, 2026 at 10:00 AM Trung tâm\n<a@b.vn> wrote:\n${nam}`,
    ],
    ['quoted lines', `${ask}\n\n> ${nam}`],
    ['Outlook', `${ask}\n\n-----Original Message-----\nFrom: A\n${nam}`],
    ['Outlook in Vietnamese', `${ask}\n\nTừ: A <a@b.vn>\nĐã gửi: 05 Tháng Ba 2026\nTới: B\n\n${nam}`],
    ['a forwarded letter', `${ask}\n\n---------- Forwarded message ---------\n${nam}`],
    ['below a signature', `${ask}\n-- \n${nam}`],
  ])('nothing is read of %s', (_, text) => {
    expect(ofPlain(text)).toBeNull();
  });

  test.each([
    ['asks for nothing', `Kính gửi Trung tâm,\n\n${nam}`],
    ['tells what was done', `Cảm ơn Trung tâm đã cấp hộp thư theo yêu cầu:\n\n${nam}`],
    ['takes it back', `${ask}\n\n${nam}\n\nSở xin rút yêu cầu nêu trên.`],
    ['forbids', `Đề nghị Trung tâm không thực hiện các việc sau:\n\n${nam}`],
    ['asks a question', `Đề nghị cho biết đã làm chưa?\n\n${nam}`],
    ['gives an example', `Đề nghị hướng dẫn. Ví dụ:\n\n${nam}`],
    ['lists other things too', `${ask}\n\n${nam}\n2. Các trường hợp khác như công văn`],
    [
      'speaks in sentences',
      'Sở Nội vụ đề nghị Trung tâm cấp mới hộp thư cho ông Trần Văn Nam.\n\nHọ và tên: Lê Thị Cúc\nChức vụ: Văn thư',
    ],
    ['is signed with labels', `${ask}\n\nHọ và tên: Lê Thị Cúc\nChức vụ: Văn thư\nĐiện thoại: 0297 3812 345`],
  ])('a letter that %s is no form', (_, text) => {
    expect(ofPlain(text)).toBeNull();
  });
});

test.each(['Trương Văn Nam', 'Tô Hữu Năm', 'Đoàn Thị Thanh', 'Phương Văn Viên', 'ĐOÀN VĂN XÃ'])(
  '%s in a list is a person, though the family name is spelled like an office',
  (name) => {
    const list = `${ask}\n1. ${name} - Sở Nội vụ - Cấp mới hộp thư`;
    expect(ofPlain(list)).toEqual([`1 | ${name} | Sở Nội vụ | Cấp mới hộp thư`]);
  },
);

test.each([
  'Trường THCS Nguyễn Trãi',
  'Tổ Hành Chính',
  'Đoàn Thanh Niên',
  'Đoàn Khối',
  'ĐOÀN TNCS HỒ CHÍ MINH',
])('%s in a list is nobody', (name) => {
  expect(ofPlain(`${ask}\n1. ${name} - Sở Nội vụ - Cấp mới hộp thư`)).toBeNull();
});

describe('a form in HTML', () => {
  test('a table, its hidden, faint and struck rows told', () => {
    const more = `<tr><td>2<td><s>Lê Thị Hoa</s><td>&nbsp;<td><del>Hủy bỏ</del></tr>
<tr style="display: none"><td>3<td>Đỗ Văn Ẩn<td>Sở Nội vụ<td>Hủy bỏ</tr>
<tr style="color: #fdfdfd"><td>6<td>Đỗ Văn Mờ<td>Sở Nội vụ<td>Hủy bỏ</tr>
<tr><td>4<td>Võ<br>Thị Ba<td rowspan=2>Văn phòng<td><p>Cấp lại</p><p>mật khẩu</p></tr>
<tr><td>5<td>Danh Út<td>Mở khóa</tr>`;
    const [form] = readBody(
      inHtml(`<p>${ask}</p><table>${head}${row}${more}</table><p>Trân trọng.</p>`),
    ).forms;
    expect(rowsOf(form ? [form] : [])).toEqual([
      namRow,
      '4 | Võ Thị Ba | Văn phòng | Cấp lại mật khẩu',
      '5 | Danh Út | Văn phòng | Mở khóa',
    ]);
    expect(form?.rows[0]?.wish?.where).toBe('thư, bảng dòng 2');
    expect(form?.skipped.map(({ why, text }) => `${why}: ${text}`)).toEqual([
      'struck: 2 | Lê Thị Hoa | Hủy bỏ',
      'hidden: 3 | Đỗ Văn Ẩn | Sở Nội vụ | Hủy bỏ',
      'faint: 6 | Đỗ Văn Mờ | Sở Nội vụ | Hủy bỏ',
    ]);
  });

  test('a cell that goes on to the end of the table, and a blank one too many', () => {
    const rows = `<tr><td>1<td>Trần Văn Nam<td rowspan="0">Sở Nội vụ<td>Cấp mới hộp thư<td></tr><tr><td>2<td>Lê Thị Hoa<td>Hủy bỏ</tr>`;
    expect(ofHtml(`<p>${ask}</p><table>${head}${rows}</table>`)).toEqual([
      namRow,
      '2 | Lê Thị Hoa | Sở Nội vụ | Hủy bỏ',
    ]);
    const title = '<tr><td>DANH SÁCH ĐỀ NGHỊ</tr>';
    expect(ofHtml(`<p>${ask}</p><table>${title}${head}${row}</table>`)).toEqual([namRow]);
  });

  test.each([
    ['bars', 'STT | Họ và tên | Đơn vị | Nội dung đề nghị', '1 | Trần Văn Nam | Sở Nội vụ | Cấp mới hộp thư'],
    ['semicolons', 'STT; Họ và tên; Đơn vị; Nội dung đề nghị', '1; Trần Văn Nam; Sở Nội vụ; Cấp mới hộp thư'],
  ])('a table drawn with %s', (_, headings, drawn) => {
    const lines = [ask, headings, drawn, 'Trân trọng.'].map((line) => `<div>${line}</div>`);
    expect(ofHtml(lines.join(''))).toEqual([namRow]);
    const struck = lines.with(2, `<div><s>${drawn}</s></div>`);
    expect(ofHtml(struck.join(''))).toBeNull();
  });

  test('within tables that only arrange the letter', () => {
    expect(
      ofHtml(`<table><tr><td><table><tr><td>${ask}</td></tr></table>${table}</td></tr></table>`),
    ).toEqual([namRow]);
  });

  test('in lines', () => {
    expect(ofHtml(`<div>${ask}</div><div>${nam}</div>`)).toEqual([namRow]);
    expect(ofHtml(`<p>${ask}<br>${nam}<br>Trân trọng</p>`)).toEqual([namRow]);
    const items = `<li>${nam.slice(3)}</li><li><b>Lê Thị Hoa</b> - Thanh tra Sở - Hủy bỏ hộp thư</li>`;
    const hoa = '2 | Lê Thị Hoa | Thanh tra Sở | Hủy bỏ hộp thư';
    for (const list of ['ol', 'ul'])
      expect(ofHtml(`<p>${ask}</p><${list}>${items}</${list}>`)).toEqual([namRow, hoa]);
  });

  test.each([
    ['display', '<div style="display:none">', ''],
    ['visibility', '<div style="visibility:hidden">', ''],
    ['size', '<div style="font-size:1px">', ''],
    ['white on white', '<div style="color:#FEFEFE">', ''],
    ['the colour of a dark ground', '<div style="background:navy;color:#000088">', ''],
    ['opacity', '<div style="opacity:0">', ''],
    ['mso-hide', '<div style="mso-hide:all">', ''],
    ['no height', '<div style="max-height:0;overflow:hidden">', ''],
    ['the attribute', '<div hidden>', ''],
    ['a class', '<div class="x">', '<style>.x { display : none }</style>'],
    ['an id', '<div id="x">', '<style><!-- #x, .y { color:white } --></style>'],
    ['white by its parts', '<div style="color:rgb(100% 100% 100%)">', ''],
    ['another white', '<div style="color:GhostWhite">', ''],
    ['a colour that is not known', '<div style="color:hsl(0,0%,100%)">', ''],
    ['letters of glass', '<div style="color:#00000008">', ''],
    ['almost no opacity', '<div style="opacity:2%">', ''],
    ['a filter', '<div style="filter:opacity(0)">', ''],
    ['a cut', '<div style="position:absolute;clip:rect(0 0 0 0)">', ''],
    ['a transformation', '<div style="transform:scale(0)">', ''],
    ['less than a line', '<div style="height:1px;overflow:hidden">', ''],
    ['a place above the page', '<div style="position:absolute;top:-5000px">', ''],
    ['a short-hand of fonts', '<div style="font:0/0 a">', ''],
    ['letters on each other', '<div style="letter-spacing:-1em">', ''],
    ['details that are shut', '<details>', ''],
    ['what is important', '<div style="display:none !important;display:block">', ''],
    [
      'a sheet of importance',
      '<div class="x" style="display:block">',
      '<style>.x{display:none!important}</style>',
    ],
    ['a sheet for all', '<div>', '<style>* { color: #fff }</style>'],
    [
      'a black ground by a selector that is not followed',
      '<div>',
      '<style>table td { background: #111 }</style>',
    ],
    ['its place in the table', '<div>', '<style>tr:nth-child(2) { display: none }</style>'],
    ['a class on wide screens', '<div class="x">', '<style>@media screen { .x { display:none } }</style>'],
    ['a selector that is not followed', '<div>', '<style>body div > table { display:none }</style>'],
    [
      'a class on paper and screens',
      '<div class="x">',
      '<style>@media print, screen { .x { display:none } }</style>',
    ],
    [
      'a class on all but giant screens',
      '<div class="x">',
      '<style>@media (max-width:99999px) { .x { display:none } }</style>',
    ],
    ['a comment in the middle', '<div style="display:/**/none">', ''],
    ['letters written out', '<div style="displa\\79:none">', ''],
    ['a class written out', '<div class="ab">', '<style>.a\\62 { display:none }</style>'],
    ['more classes than anybody has', `<div class="${'x '.repeat(40)}">`, ''],
    ['a frame', '<iframe>', ''],
    ['a comment', '<!--', ''],
    ['a template', '<template>', ''],
  ])('hidden by %s is none', (_, open, style) => {
    expect(ofHtml(`${style}<p>${ask}</p>${open}${table}`)).toBeNull();
  });

  test.each([
    ['white on dark', '<div style="background:#003366"><div style="color:white">'],
    [
      'a class of Word',
      '<style>p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt;} a:link span.x {color:blue} .MsoChpDefault {mso-style-type:export-only}</style><div class="MsoNormal">',
    ],
    ['what is opened', '<details open>'],
    ['a name of Word', '<style>.x {mso-style-name:"List\\,1"; color:#222}</style><div class="x">'],
    [
      'above what telephones and servers add',
      '<p>Đã gửi từ iPhone của tôi</p><p>Nếu bạn không phải là người nhận, vui lòng xóa thư này.</p>',
    ],
    [
      'another colour',
      '<div style="color:rgba(10%, 10%, 10%, 0.9);letter-spacing:-0.02em;font:12px/1.5 Arial">',
    ],
    [
      'selectors that hide nothing',
      '<style>table td, * { color: #222; background: #eee } a:hover { display:none } .x td::before { opacity:0 }</style>',
    ],
    [
      'small and dark screens, and paper',
      '<style>@media (max-width:600px) { td p.x { display:none } } @media (prefers-color-scheme: dark) { .x { color:white; background:#222 } } @media print { .x { display:none } } .x { color:#222 }</style><div class="x">',
    ],
  ])('that is seen is read: %s', (_, open) => {
    expect(ofHtml(`<p>${ask}</p>${open}${table}`)).toEqual([namRow]);
  });

  test.each([
    ['Gmail', `<div class="gmail_quote"><div class="gmail_attr">Vào …</div>${table}</div>`],
    ['a quotation', `<blockquote type="cite">${table}</blockquote>`],
    [
      'Outlook on the web',
      `<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> A</div>${table}`,
    ],
    [
      'Outlook',
      `<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p><b>From:</b> A</p></div>${table}`,
    ],
    [
      'Thunderbird',
      `<div class="moz-forward-container">-------- Thư được chuyển tiếp --------${table}</div>`,
    ],
    ['words', `<p>-----Original Message-----</p>${table}`],
    ['a head', `<p><b>Từ:</b> A &lt;a@b.vn&gt;<br><b>Đã gửi:</b> 05/03/2026</p>${table}`],
  ])('nothing is read of an earlier letter: %s', (_, quoted) => {
    expect(ofHtml(`<p>${ask}</p>${quoted}`)).toBeNull();
  });

  test('words struck in part are left out, and a sentence that begins with a unit names none', () => {
    const [form] = readBody(
      inHtml(
        `<p>Sở Nội vụ đề nghị Trung tâm thực hiện cho:</p><table>${head}<tr><td>1<td>Trần Văn Nam<td>Sở Nội vụ<td><s>Hủy bỏ</s> Mở khóa</tr></table>`,
      ),
    ).forms;
    expect(form).toMatchObject({ unit: null, rows: [{ wish: { text: 'Mở khóa' } }] });
  });
});

describe('a letter', () => {
  const read = (raw: Buffer) =>
    readLetter(
      raw,
      { attachmentBytes: 1e7, html: true, trustRoots: [], skip: [], stopAt: Infinity },
      async () => {},
    );

  test('with an attached form has no other in its words', async () => {
    const { forms } = await read(
      letter(plain(`${ask}\n\n${nam}`), attached('a.xlsx', file('openpyxl-iso-dates.xlsx'))),
    );
    expect(forms.map(({ source }) => source)).toEqual(['xlsx']);
  });

  test('in words and HTML is read as it is shown', async () => {
    const { forms } = await read(
      letter(multipart([plain(ask), html(`<p>${ask}</p>${table}`)], 'alternative')),
    );
    expect(rowsOf(forms)).toEqual([namRow]);
  });

  test('may bring a scan beside the form in its words', async () => {
    const { forms, problems } = await read(
      letter(plain(`${ask}\n\n${nam}`), attached('ký.pdf', file('pdf/reportlab-scan.pdf'))),
    );
    expect(forms.map(({ source }) => source)).toEqual(['body']);
    expect(problems).toMatchObject([{ code: 'form-scanned' }]);
  });
});

test('whatever becomes of the tags of a letter, its row is read, or none', () => {
  const tokens = `<p>${ask}</p><div>${table}</div><p>Trân trọng.</p>`.split(/(?=<)|(?<=>)/);
  const bits = fc.constantFrom(
    '</td>',
    '<tr>',
    '<s>',
    '<div hidden>',
    '<style>',
    '<!--',
    '<blockquote>',
    '<br>',
  );
  const edit = fc.record({
    at: fc.nat(tokens.length),
    cut: fc.boolean(),
    put: fc.oneof(fc.constant(''), bits),
  });
  // A cell or table too many moves all others: one such change at a time.
  const cell = fc.record({
    at: fc.nat(tokens.length),
    cut: fc.constant(false),
    put: fc.constantFrom(
      '<table>',
      '</table>',
      '<td>',
      '<td colspan=99999>',
      '<td rowspan=-1>',
      '<th colspan=2>',
    ),
  });
  const allowed = new Set([namRow, '1 | Trần Văn Nam | – | Cấp mới hộp thư']);
  fc.assert(
    fc.property(fc.oneof(fc.array(edit, { minLength: 1, maxLength: 4 }), fc.tuple(cell)), (edits) => {
      const changed = [...tokens];
      for (const { at, cut, put } of edits)
        changed.splice(at, cut && /^<(?!t[dh])/.test(changed[at] ?? '') ? 1 : 0, put);
      const rows = ofHtml(changed.join('')) ?? [];
      const asked = rows.filter((it) => !it.endsWith('| –') && !it.startsWith('1 | –'));
      expect(asked.filter((it) => !allowed.has(it))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('tables within tables without end, and cells without end, give no form', () => {
  expect(ofHtml(`<p>${ask}</p>${'<table><tr><td>'.repeat(50_000)}${table}`)).toBeNull();
  expect(
    ofHtml(`<p>${ask}</p><table>${head}${'<tr><td>1<td>A B<td>x<td>Hủy bỏ</tr>'.repeat(20_000)}</table>`),
  ).toBeNull();
});

describe('a list of people for whom the sentence before it asks', () => {
  const [khai, hoa] = ['Trần Quốc Khải', 'Lê Thị Hoa'];
  const asked = 'Đề nghị cấp mới hộp thư cho các đồng chí sau:';
  test.each([
    [asked, 'cấp mới hộp thư'],
    ['Sở Nội vụ đề nghị Quý Trung tâm cấp mới hộp thư cho các đồng chí có tên sau:', 'cấp mới hộp thư'],
    ['Kính đề nghị Trung tâm hủy bỏ hộp thư của các đồng chí sau đây:', 'hủy bỏ hộp thư'],
    ['Đề nghị cấp mới hộp thư từ ngày 01/01/2027 cho các cá nhân sau:', 'cấp mới hộp thư từ ngày 01/01/2027'],
  ])('is a form by %j', (sentence, wish) => {
    const both = [`1 | ${khai} | – | ${wish}`, `2 | ${hoa} | Văn phòng Sở | ${wish}`];
    const second = `${hoa} - Văn phòng Sở`;
    expect(ofPlain(`Kính gửi Trung tâm,\n${sentence}\n1. ${khai}\n2. ${second}\nTrân trọng.`)).toEqual(both);
    expect(ofPlain(`${sentence}\n\n- ${khai}\n\n- ${second}`)).toEqual(both);
    expect(ofHtml(`<p>${sentence}</p><ol><li>${khai}<li>${second}</ol>`)).toEqual(both);
    const people = `<tr><th>STT<th>Họ và tên<th>Đơn vị<tr><td>1<td>${khai}<td><tr><td>2<td>${hoa}<td>Văn phòng Sở`;
    expect(ofHtml(`<p>${sentence}</p><table>${people}</table>`)).toEqual(both);
  });

  test('and another one, for whom another asks', () => {
    const other = 'Đề nghị hủy bỏ hộp thư của các đồng chí sau:\n1. Lê Văn Ba';
    expect(ofPlain(`${asked}\n1. ${khai}\n${other}`)).toEqual([
      `1 | ${khai} | – | cấp mới hộp thư`,
      '1 | Lê Văn Ba | – | hủy bỏ hộp thư',
    ]);
  });

  test.each([
    [
      'says that they are not asked for',
      'Sở chưa đề nghị cấp mới hộp thư cho các đồng chí sau:',
      `1. ${khai}`,
    ],
    ['asks not to', 'Đề nghị không cấp mới hộp thư cho các đồng chí sau:', `1. ${khai}`],
    ['asks two things', 'Đề nghị cấp mới, hủy bỏ hộp thư cho các đồng chí sau:', `1. ${khai}`],
    ['announces nobody', 'Đề nghị cấp mới hộp thư:', `1. ${khai}`],
    ['asks beside what one of them does', asked, `1. ${khai}\n2. ${hoa} - hủy bỏ hộp thư`],
    ['is above another list', asked, `1. ${khai}\nCác đồng chí dự họp:\n1. ${hoa}`],
    ['is above what is no person', asked, `1. ${khai}\n2. Văn phòng Sở`],
  ])('is no form where the sentence %s', (_, sentence, list) => {
    expect(ofPlain(`${sentence}\n${list}`)).toBeNull();
  });
});
