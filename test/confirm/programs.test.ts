import { afterAll, expect, test } from 'vitest';
import { openReader } from '../../src/form/form.ts';
import { readWord } from '../../src/interpret/interpret.ts';
import { compose } from '../../src/reply/reply.ts';
import { allDone, context, settlement } from '../reply/settlements.ts';

const reader = openReader({ children: 1 });
afterAll(() => reader.close());

const [question] = compose(
  settlement([], {
    outcome: 'unverified',
    verdict: { ...allDone.verdict, verified: false, evidence: 'none' },
    question: { requests: [], until: '2027-02-10' },
  }),
  context,
);
const quoted = (question?.html ?? '').replace(/^[\s\S]*<body[^>]*>|<\/body>[\s\S]*$/g, '');

/** How programs that write HTML alone put an answer above the letter that it quotes. */
const programs: Record<string, (words: string) => string> = {
  Outlook: (words) =>
    `<html><body lang="VI"><div class="WordSection1"><p class="MsoNormal">${words}<o:p></o:p></p><p class=MsoNormal>&nbsp;</p><p>Trân trọng,</p><p>Lê Thị Hoa</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>From:</b> Trung tâm &lt;ttcntttt@kiengiang.gov.vn&gt; <br><b>Sent:</b> Tuesday, November 24, 2026 10:05 AM<br><b>To:</b> snv@kiengiang.gov.vn<br><b>Subject:</b> Thông báo</p></div></div>${quoted}</div></body></html>`,
  'Outlook on a phone': (words) =>
    `<html><body><div>${words}</div><div>Tải <a href="https://aka.ms/x">Outlook cho iOS</a></div><hr><div id="divRplyFwdMsg"><b>Từ:</b> Trung tâm &lt;ttcntttt@kiengiang.gov.vn&gt;<br><b>Đã Gửi:</b> Thứ Ba, Tháng 11 24, 2026<br></div>${quoted}</body></html>`,
  Gmail: (words) =>
    `<div dir="ltr">${words}</div><br><div class="gmail_quote"><div class="gmail_attr">Vào Th 3, 24 thg 11, 2026 vào lúc 10:05 Trung tâm &lt;<a href="mailto:t@x.vn">ttcntttt@kiengiang.gov.vn</a>&gt; đã viết:<br></div><blockquote>${quoted}</blockquote></div>`,
  Zimbra: (words) =>
    `<html><body><div>${words}</div><div><br></div><hr id="zwchr"><div><b>Từ: </b>"Trung tâm" &lt;ttcntttt@kiengiang.gov.vn&gt;<br><b>Đến: </b>"snv" &lt;snv@kiengiang.gov.vn&gt;<br><b>Đã gửi: </b>Thứ ba, 24 Tháng 11, 2026<br></div><div>${quoted}</div></body></html>`,
  'Apple Mail': (words) =>
    `<html><body>${words}<br><div>Đã gửi từ iPhone của tôi</div><div><br><blockquote type="cite">Vào 10:05, 24 thg 11, 2026, Trung tâm &lt;t@x.vn&gt; đã viết:<br><br></blockquote></div><blockquote type="cite">${quoted}</blockquote></body></html>`,
};

const wordIn = async (html: string) => {
  const body = Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n');
  const head = 'From: snv@kiengiang.gov.vn\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8';
  const raw = Buffer.from(`${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`);
  const { text } = await reader.read(raw);
  return readWord('Re: Thông báo: cần xác nhận thư gửi từ hộp thư snv@kiengiang.gov.vn', text, ['Sở Nội vụ']);
};

test.each(Object.entries(programs))(
  '%s answers in HTML alone: the words above our letter count',
  async (_, write) => {
    expect(await wordIn(write('XÁC NHẬN'))).toBe('confirmed');
    expect(await wordIn(write('<b>Xác nhận</b> ạ.'))).toBe('confirmed');
    expect(await wordIn(write('Đơn vị không gửi thư này.'))).toBe('refused');
    expect(await wordIn(write('Chưa xác nhận'))).toBe('unclear');
    expect(await wordIn(write(''))).toBe('unclear');
  },
);

test('our letter alone, quoted without a sign, says nothing', async () => {
  expect(await wordIn(quoted)).toBe('unclear');
});
