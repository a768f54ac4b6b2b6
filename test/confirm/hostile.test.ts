import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exampleRegistry, type House, openStreet, today } from '../flow/house.ts';
import { writeLetter } from '../servers/letter.ts';
import { answerTo, intake, questions, request, signedIn } from './letters.ts';

const hour = 60 * 60_000;
const snv = 'snv@kiengiang.gov.vn';
const stc = 'stc@kiengiang.gov.vn';

describe('the unit’s own word is no way in for others:', () => {
  const street = openStreet(exampleRegistry, null);
  let house: House;
  let before: unknown;
  let time = today.getTime();
  beforeAll(async () => {
    house = await street.openHouse();
  });
  // A week later everything that was asked has lapsed.
  beforeEach(async () => {
    time += 168 * hour;
    house.at(new Date(time));
    before = await house.mailboxes();
  });
  afterAll(async () => {
    await house.close();
    await street.close();
  });

  const ask = async (letter: Parameters<typeof request>[0] = {}): Promise<Buffer> => {
    const known = await questions(house);
    await house.receive(await request(letter));
    const [question, ...more] = (await questions(house)).filter(
      (one) => !known.some((old) => old.equals(one)),
    );
    if (!question || more.length > 0) throw new Error('not one new question');
    return question;
  };
  const tokenOf = async (question: Buffer) => (await simpleParser(question)).messageId ?? '';
  const nothingDone = async () => expect(await house.mailboxes()).toEqual(before);

  test.each<[string, Record<string, string>]>([
    ['an out-of-office answer', { 'Auto-Submitted': 'auto-replied (vacation)' }],
    ['an automatic note', { 'Auto-Submitted': 'auto-notified; owner-email="snv@kiengiang.gov.vn"' }],
    ['an automatic answer in odd case', { 'auto-submitted': 'AUTO-GENERATED' }],
    ['an automatic answer of an old program', { Precedence: 'Bulk' }],
    ['a folded mark', { 'X-A': 'b\r\nAuto-Submitted:\r\n auto-replied' }],
    ['a list', { 'List-Id': 'Can bo <canbo.kiengiang.gov.vn>' }],
  ])('%s confirms nothing', async (_, marks) => {
    const [mark = ['', '']] = Object.entries(marks);
    const answer = await answerTo(await ask());
    const raw = Buffer.concat([Buffer.from(`${mark[0]}: ${mark[1]}\r\n`), answer]);
    expect(await house.receive(raw)).toMatchObject({ outcome: 'ignored', notices: [] });
    await nothingDone();
  });

  test('a receipt that a program sends by itself confirms nothing', async () => {
    const token = await tokenOf(await ask());
    const raw = Buffer.from(
      [
        ...[
          `From: ${snv}`,
          `To: ${intake}`,
          'Subject: XÁC NHẬN',
          `In-Reply-To: ${token}`,
          'MIME-Version: 1.0',
        ],
        'Content-Type: multipart/report; report-type=disposition-notification; boundary=r',
        ...['', '--r', 'Content-Type: text/plain; charset=utf-8', '', 'XÁC NHẬN', '--r--', ''],
      ].join('\r\n'),
    );
    expect(await house.receive(raw)).toMatchObject({ outcome: 'ignored', notices: [] });
    await nothingDone();
  });

  test.each<[string, (token: string) => Parameters<typeof writeLetter>[0]]>([
    ['the subject', (token) => ({ subject: `XÁC NHẬN ${token}` })],
    ['the text', (token) => ({ text: `XÁC NHẬN\n\n${token}` })],
    ['its own Message-ID', (token) => ({ messageId: token })],
    ['a field of another name', (token) => ({ headers: { 'X-In-Reply-To': token, 'Thread-Index': token } })],
    ['In-Reply-To with another domain', (token) => ({ inReplyTo: token.replace('kiengiang', 'evil') })],
    ['In-Reply-To, cut short', (token) => ({ inReplyTo: token.replace(/.@/, '@') })],
  ])('a token in %s is none', async (_, place) => {
    const token = await tokenOf(await ask());
    const { raw } = await writeLetter({
      ...{ from: snv, to: intake, subject: 'XÁC NHẬN', text: 'XÁC NHẬN', ...place(token) },
    });
    expect(await house.receive(raw)).toMatchObject({ requests: [], notices: [] });
    await nothingDone();
  });

  test('a token of one unit says nothing of another unit’s letter, whoever sends it', async () => {
    await ask();
    const row = { name: 'Trần Văn Mới', unit: 'Sở Tài chính', wish: 'Cấp mới hộp thư' };
    const question = await ask({ from: stc, rows: [row] });
    const answer = signedIn(await answerTo(question, { from: snv }), snv);
    const report = await house.receive(answer);
    expect(report.requests.flatMap(({ items }) => items.map(({ fullName }) => fullName))).toEqual([row.name]);
    expect(report).toMatchObject({ sender: { unit: 'stc' }, notices: [{ to: [stc] }] });
  });

  test('the token of a letter that lapsed says nothing of the next one', async () => {
    const old = await answerTo(await ask());
    house.at(new Date(time + 6 * 24 * hour));
    await house.receive(await request({ text: 'gửi lại' }));
    expect(await house.receive(old)).toMatchObject({
      outcome: 'review',
      reasons: [{ code: 'confirmation-lapsed' }],
    });
    await nothingDone();
  });

  test.each([
    'XÁC NHẬN',
    'Phiếu. Xác nhận. Cảm ơn',
    '[XÁC NHẬN] Phiếu yêu cầu',
    'a: XÁC NHẬN',
    '. Xác nhận ạ.',
  ])(
    'a forger’s subject %j, quoted without a sign by a program that answers, is not the unit’s word',
    async (subject) => {
      const question = await ask({ subject });
      const { text = '', subject: asked = '' } = await simpleParser(question);
      const token = await tokenOf(question);
      for (const [at, quoted] of [text, text.slice(text.indexOf('Tiêu đề'))].entries()) {
        const { raw } = await writeLetter({
          ...{ from: snv, to: intake, subject: `Re: ${asked}`, text: quoted, inReplyTo: token },
          messageId: `<${time}.${at}@may-tinh.example>`,
        });
        expect(await house.receive(raw)).toMatchObject({ outcome: 'review', notices: [] });
      }
      await nothingDone();
    },
  );

  test('a name in a row, quoted without a sign, is not the unit’s word either', async () => {
    const rows = ['Xác Nhận', 'Xác Nhận Đồng Ý'].map((name) => ({
      ...{ name, unit: 'Sở Nội vụ', wish: 'Cấp mới hộp thư' },
    }));
    const question = await ask({ rows });
    const { text = '' } = await simpleParser(question);
    const { raw } = await writeLetter({
      ...{ from: snv, to: intake, subject: 'Re: Thư', text: text.slice(text.indexOf('Xác Nhận')) },
      inReplyTo: await tokenOf(question),
    });
    expect(await house.receive(raw)).toMatchObject({ outcome: 'review', notices: [] });
    await nothingDone();
  });
});

const table = [
  '<table><tr><td>STT</td><td>Họ và tên</td><td>Đơn vị công tác</td><td>Nội dung đề nghị</td></tr>',
  '<tr><td>1</td><td>Nguyễn Văn Bình</td><td>Sở Nội vụ</td><td>Cấp mới hộp thư</td></tr></table>',
].join('');
const written = `<p>PHIẾU YÊU CẦU</p><p>Đề nghị cấp mới hộp thư:</p>${table}`;

/** A stranger writes to a unit with our address in Reply-To, and the unit answers him: its sign-in stands above his words. */
describe('a unit that answers a stranger asks nothing with his words,', () => {
  const street = openStreet(exampleRegistry, null);
  let house: House;
  beforeAll(async () => {
    house = await street.openHouse();
  });
  afterAll(async () => {
    await house.close();
    await street.close();
  });

  const programs: Record<string, string> = {
    Outlook: `<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> x &lt;x@evil.example&gt;<br><b>Sent:</b> Tuesday<br><b>To:</b> snv<br><b>Subject:</b> y</p></div>${written}`,
    'Outlook on the web': `<hr><div id="divRplyFwdMsg"><b>Từ:</b> x<br><b>Đã Gửi:</b> Thứ Ba</div>${written}`,
    Gmail: `<div class="gmail_quote"><div class="gmail_attr">Vào Th 3, x đã viết:</div><blockquote>${written}</blockquote></div>`,
    Thunderbird: `<div class="moz-cite-prefix">Vào 24/11/2026, x đã viết:</div><blockquote type="cite">${written}</blockquote>`,
    Zimbra: `<hr id="zwchr"><div><b>Từ: </b>x<br><b>Đến: </b>snv<br></div>${written}`,
    Roundcube: `<p id="reply-intro">Vào 24-11-2026, x đã viết:</p><blockquote type="cite">${written}</blockquote>`,
  };

  test.each(Object.entries(programs))('in %s', async (_, quoted) => {
    const { raw } = await writeLetter({
      ...{ from: snv, to: intake, subject: 'Re: Phiếu yêu cầu', inReplyTo: '<1@evil.example>' },
      html: `<html><body><p>Đã nhận được thư, cảm ơn.</p>${quoted}</body></html>`,
    });
    const { requests, outcome } = await house.receive(signedIn(raw, snv));
    expect(requests).toEqual([]);
    expect(outcome).not.toBe('applied');
  });

  test('in plain text', async () => {
    const rows = ['> PHIẾU YÊU CẦU', '> Đề nghị:', '> 1. Nguyễn Văn Bình - Sở Nội vụ - Cấp mới hộp thư'];
    const { raw } = await writeLetter({
      ...{ from: snv, to: intake, subject: 'Re: Phiếu yêu cầu', inReplyTo: '<1@evil.example>' },
      text: ['Đã nhận.', '', 'On 24/11/2026, x wrote:', ...rows].join('\n'),
    });
    expect((await house.receive(signedIn(raw, snv))).requests).toEqual([]);
  });
});
