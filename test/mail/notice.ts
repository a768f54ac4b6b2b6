import type { Notice } from '../../src/model/notice.ts';

export const centre = {
  address: 'ttcntttt@kiengiang.gov.vn',
  name: 'Trung tâm Công nghệ thông tin và Truyền thông',
};

export const noticeWith = (more: Partial<Notice> = {}): Notice => ({
  kind: 'result',
  to: ['snv@kiengiang.gov.vn'],
  cc: ['sttt@kiengiang.gov.vn'],
  subject: '[PYC-2027-000123] Đã thực hiện 2/2 nội dung - phiếu yêu cầu của Sở Nội vụ',
  messageId: '<result.PYC-2027-000123.0123456789abcdef0123456789abcdef@kiengiang.gov.vn>',
  inReplyTo: '<a1@snv.example>',
  references: ['<a0@snv.example>', '<a1@snv.example>'],
  text: 'Kính gửi: Sở Nội vụ\n\nĐã thực hiện 2/2 nội dung.\n',
  html: '<p>Kính gửi: Sở Nội vụ</p>\n',
  attachments: [],
  ...more,
});

/** 08:05 on 5 February 2027 in Vietnam. */
export const day = new Date('2027-02-05T01:05:00Z');
