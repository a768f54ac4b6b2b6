import { afterAll, expect, test } from 'vitest';
import { attached, plain } from '../form/letters.ts';
import { fillForm } from './form.ts';
import { exampleRegistry, openStreet } from './house.ts';
import { fromHomeOffice } from './unit-letter.ts';

/*
 * Điều 10 khoản 1: 15 MB of attachments. Too large to be kept beside the other letters.
 */
const street = openStreet(exampleRegistry, null);
afterAll(() => street.close());

const rows = [{ name: 'Lâm Quốc Bảo', unit: 'Sở Nội vụ', wish: 'Cấp lại mật khẩu' }];
const megabyte = 1024 * 1024;

test('an attachment, or a letter, over the limit is refused by name, and stops no form beside it', async () => {
  const house = await street.openHouse();
  try {
    const form = attached('phieu.xlsx', await fillForm(rows));
    const large = attached('anh.docx', Buffer.alloc(15.5 * megabyte, 'phieu'));
    const beside = await house.receive(fromHomeOffice(plain('Gửi phiếu.'), large, form));
    expect(beside).toMatchObject({ outcome: 'applied', requests: [{ form: { attachment: 'phieu.xlsx' } }] });
    // Of so large a letter only the headers are read.
    const whole = fromHomeOffice(
      plain('Gửi phiếu.'),
      form,
      attached('phim.mp4', Buffer.alloc(24 * megabyte, 'phieu')),
    );
    expect(await house.receive(whole)).toMatchObject({
      outcome: 'rejected',
      reasons: [{ code: 'form-too-large', clause: 'Điều 10 khoản 1' }],
      requests: [],
      notices: [{ kind: 'result' }],
    });
  } finally {
    await house.close();
  }
});
