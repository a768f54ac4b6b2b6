import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/mail/render.ts';
import type { Notice } from '../../src/model/notice.ts';
import { centre, day, noticeWith } from './notice.ts';

const parsed = async (notice: Notice) => simpleParser(await render(notice, centre, day));
const headerBlock = async (notice: Notice) =>
  (await render(notice, centre, day)).toString('latin1').split('\r\n\r\n')[0] ?? '';

test('a notice is read by a mail program as it was composed', async () => {
  const notice = noticeWith();
  const mail = await parsed(notice);
  expect(mail.from?.value).toEqual([centre]);
  expect(mail.subject).toBe(notice.subject);
  expect(mail.date).toEqual(day);
  expect(mail.messageId).toBe(notice.messageId);
  expect(mail.inReplyTo).toBe('<a1@snv.example>');
  expect(mail.references).toEqual(notice.references);
  expect([mail.to, mail.cc].flat().map((field) => field?.text)).toEqual([...notice.to, ...notice.cc]);
  expect(mail.text?.replaceAll('\r\n', '\n')).toContain(notice.text.trim());
  expect(mail.html).toContain('<p>Kính gửi: Sở Nội vụ</p>');
});

test('it tells robots not to answer, and its language', async () => {
  const head = await headerBlock(noticeWith());
  expect(head).toMatch(/^Auto-Submitted: auto-replied\r$/m);
  expect(head).toMatch(/^X-Auto-Response-Suppress: All\r$/m);
  expect(head).toMatch(/^Content-Language: vi\r$/m);
});

test('the same notice gives the same bytes, in short CRLF lines of ASCII', async () => {
  const notice = noticeWith({
    html: `<p>${'ế'.repeat(5000)}</p>`,
    attachments: [
      { filename: 'mẫu phiếu.xlsx', contentType: 'application/octet-stream', content: Buffer.alloc(9000, 7) },
    ],
  });
  const [one, two] = [await render(notice, centre, day), await render(notice, centre, day)];
  expect(one.equals(two)).toBe(true);
  const lines = one.toString('latin1').split('\r\n');
  expect(lines.every((line) => /^[\x20-\x7e\t]{0,78}$/.test(line))).toBe(true);
});

test('an attachment comes through whole, under its Vietnamese name', async () => {
  const content = Buffer.from([0, 1, 2, 13, 10, 13, 255]);
  const mail = await parsed(
    noticeWith({
      attachments: [{ filename: 'Mẫu phiếu yêu cầu.xlsx', contentType: 'application/octet-stream', content }],
    }),
  );
  expect(mail.attachments.map((one) => [one.filename, one.content.equals(content)])).toEqual([
    ['Mẫu phiếu yêu cầu.xlsx', true],
  ]);
});

describe('headers take no lines from others', () => {
  test.each([
    'a\r\nBcc: x@evil.example',
    'a\nBcc: x@evil.example',
    'a\u2028Bcc: x@evil.example',
    'a\r\n\r\n<b>body</b>',
  ])('subject %j', async (subject) => {
    const head = await headerBlock(noticeWith({ subject }));
    expect(head).not.toMatch(/^Bcc/im);
    expect((await parsed(noticeWith({ subject }))).subject).toBe(subject.replace(/\s+/g, ' '));
  });

  test('a foreign Message-ID that is none is left out', async () => {
    const head = await headerBlock(
      noticeWith({
        inReplyTo: '<a@b>\r\nBcc: x@evil.example',
        references: ['<a b@c>', '<đ@c>', '<ok@c>', 'none'],
      }),
    );
    expect(head).not.toMatch(/^(Bcc|In-Reply-To)/im);
    expect(head).toMatch(/^References: <ok@c>\r$/m);
  });

  test('a name in an attachment', async () => {
    const head = (
      await render(
        noticeWith({
          attachments: [
            {
              filename: 'a"\r\nX-Evil: 1\r\n\r\nb.xlsx',
              contentType: 'text/plain',
              content: Buffer.from('x'),
            },
          ],
        }),
        centre,
        day,
      )
    ).toString('latin1');
    expect(head).not.toMatch(/^X-Evil/im);
  });
});

test('of a long thread the first letter and the latest are named', async () => {
  const references = Array.from({ length: 300 }, (_, at) => `<${at}@snv.example>`);
  const mail = await parsed(noticeWith({ references }));
  expect(mail.references).toHaveLength(20);
  expect(mail.references?.at(0)).toBe('<0@snv.example>');
  expect(mail.references?.at(-1)).toBe('<299@snv.example>');
});

test('a letter without an answered letter has no thread', async () => {
  expect(await headerBlock(noticeWith({ inReplyTo: null, references: [] }))).not.toMatch(
    /^(In-Reply-To|References)/im,
  );
});
