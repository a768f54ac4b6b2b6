import { phrase, spoken } from './spoken.ts';

const report = '(?<! theo )báo cáo(?!… (?:và|,)(?: [^ ,]+){0,6} (?:đề nghị|yêu cầu|đăng ký|kiến nghị))';
const telling = phrase(
  `${report}|(?<! (?:theo|qua|từ) )kết quả (?:thực hiện|giải quyết|xử lý|rà soát)|(?:xin|lấy|hỏi|cho) ý kiến|góp ý|dự thảo|dự kiến|(?<= v / v |về việc )mời`,
);

/**
 * Whether a title, a subject or a form's content only tells of something, or asks what others think of it: "Báo cáo các hộp thư đã hủy", "Xin ý
 * kiến về việc hủy". Not "Báo cáo tình hình và đề nghị cấp hộp thư".
 */
export function onlyTells(text: string): boolean {
  return telling.test(spoken(text));
}
