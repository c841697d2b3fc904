import { Cause } from '../directives/facts.ts';
import { causeWords } from '../directives/sentence.ts';
import type { ReviewSection } from './facts.ts';
import type { ReviewFigure } from './figures.ts';
import { keysIn } from './words.ts';

/** What is drafted, paragraph by paragraph; each sentence rests on exactly the figures it names. */
const drafts: Record<ReviewSection, readonly (readonly string[])[]> = {
  results: [
    [
      'Trong kỳ, cơ quan phải thực hiện {{in-hand}} nhiệm vụ.',
      'Kỳ trước chuyển sang {{carried-over}} nhiệm vụ.',
      'Giao mới trong kỳ {{given}} nhiệm vụ.',
    ],
    [
      'Đã hoàn thành và được nghiệm thu {{accepted}} nhiệm vụ.',
      'Dừng thực hiện {{stopped}} nhiệm vụ.',
      'Trong kỳ có {{promised}} nhiệm vụ đến hạn giao lần đầu.',
      'Xong đúng hạn đầu {{done-by-first}} nhiệm vụ, đạt {{rate-by-first}} số nhiệm vụ đến hạn.',
    ],
    [
      'Đến ngày chốt còn mở {{open}} nhiệm vụ.',
      'Trong hạn {{in-time}} nhiệm vụ.',
      'Đã trình hoặc từ chối nhận, chờ người giao {{awaiting}} nhiệm vụ.',
      'Tạm hoãn {{suspended}} nhiệm vụ.',
    ],
    [
      'Kết quả thực hiện chỉ tiêu: năm nay được giao {{targets-assigned}} chỉ tiêu.',
      'Đã đạt {{targets-met}} chỉ tiêu.',
      'Đúng tiến độ, chưa đến hạn {{targets-in-time}} chỉ tiêu.',
    ],
    [
      'Kết quả thực hiện chương trình công tác: trong kỳ có {{programme-planned}} việc.',
      'Xong đúng hạn {{programme-done}} việc.',
      'Đang làm {{programme-in-work}} việc.',
      'Bổ sung {{programme-added}} việc vào chương trình.',
    ],
    [
      'Kế hoạch xây dựng văn bản: trong kỳ có {{drafts-in-hand}} dự thảo phải soạn thảo.',
      'Đã ban hành {{drafts-issued}} dự thảo.',
      'Ban hành đúng hạn {{drafts-issued-in-time}} dự thảo.',
      'Soạn thảo đúng kế hoạch {{drafts-on-plan}} dự thảo.',
      'Góp ý dự thảo đúng hạn {{opinions-in-time}} ý kiến.',
    ],
    [
      'Trong kỳ thực hiện {{tasks-in-hand}} nhiệm vụ KH&CN.',
      'Kỳ trước chuyển sang {{tasks-carried-over}} nhiệm vụ KH&CN.',
      'Mở mới {{tasks-new}} nhiệm vụ KH&CN.',
      'Nghiệm thu đạt {{tasks-accepted}} nhiệm vụ KH&CN.',
      'Xếp loại Xuất sắc {{tasks-excellent}} nhiệm vụ KH&CN.',
      'Đến ngày chốt đang thực hiện {{tasks-under-way}} nhiệm vụ KH&CN.',
      'Tổ chức {{inspections-rounds}} đợt kiểm tra đối với {{tasks-inspected}} nhiệm vụ KH&CN.',
      'Cơ quan cho điều chỉnh {{changes-made}} lượt.',
      'Đăng ký kết quả {{tasks-registered}} nhiệm vụ KH&CN.',
      'Công nhận kết quả {{tasks-recognised}} nhiệm vụ KH&CN.',
      'Thanh lý hợp đồng {{tasks-liquidated}} nhiệm vụ KH&CN.',
      'Đưa vào ứng dụng kết quả của {{tasks-applied}} nhiệm vụ KH&CN.',
    ],
    ['Các đơn vị trả lời câu hỏi của nhau đúng hạn {{requests-in-time}} lượt.'],
  ],
  shortcomings: [
    [
      'Đến ngày chốt có {{overdue}} nhiệm vụ quá hạn.',
      'Việc quá hạn lâu nhất đã quá {{longest-overdue}} ngày làm việc.',
      'Xong muộn so với hạn giao lần đầu {{done-after-first}} nhiệm vụ.',
      ...Cause.options.map(
        (cause) => `Quá hạn có nguyên nhân ${causeWords[cause]}: {{overdue:${cause}}} nhiệm vụ.`,
      ),
    ],
    [
      'Đã gia hạn {{extended}} nhiệm vụ, tổng cộng {{times-extended}} lần.',
      'Lùi hạn nhiều lần: {{extended-again}} nhiệm vụ đã gia hạn từ hai lần trở lên, nhiều nhất {{most-extended}} lần.',
      'Bị trả lại để làm tiếp {{returned}} nhiệm vụ.',
    ],
    ['Chậm so với kế hoạch {{targets-late}} chỉ tiêu.', 'Hết hạn không đạt {{targets-failed}} chỉ tiêu.'],
    [
      'Chương trình công tác quá hạn {{programme-overdue}} việc.',
      'Xong muộn {{programme-done-late}} việc của chương trình.',
      'Chuyển tháng {{programme-moved}} việc, tổng cộng {{programme-times-moved}} lần.',
    ],
    [
      'Soạn thảo chậm: {{drafts-late}} dự thảo chậm so với kế hoạch, lâu nhất {{drafts-longest-late}} ngày làm việc.',
      'Ban hành muộn {{drafts-issued-late}} dự thảo.',
      'Dời kế hoạch {{drafts-moved}} dự thảo, tổng cộng {{drafts-times-moved}} lần.',
      'Góp ý dự thảo muộn {{opinions-late}} ý kiến.',
      'Hết hạn góp ý mà không trả lời {{opinions-silent}} ý kiến, lâu nhất {{opinions-longest-silence}} ngày làm việc.',
    ],
    [
      'Nghiệm thu Không đạt {{tasks-not-achieved}} nhiệm vụ KH&CN.',
      'Chấm dứt hợp đồng {{tasks-terminated}} nhiệm vụ KH&CN.',
      'Nộp hồ sơ nghiệm thu muộn {{tasks-accepted-late}} nhiệm vụ KH&CN.',
      'Gia hạn {{tasks-extended}} nhiệm vụ KH&CN, tổng cộng {{tasks-times-extended}} lần.',
      'Trễ hạn một bước {{tasks-late}} nhiệm vụ KH&CN, lâu nhất {{tasks-longest-late}} ngày làm việc.',
      'Đã kết thúc thực hiện mà chưa xử lý xong tài sản {{tasks-assets-unsettled}} nhiệm vụ KH&CN.',
    ],
    [
      'Các đơn vị trả lời nhau chậm: {{requests-late}} câu hỏi trả lời sau hạn.',
      'Im lặng quá hạn {{requests-silent}} câu hỏi, lâu nhất {{requests-longest-silence}} ngày làm việc.',
    ],
    ['Đã báo cáo xong nhưng không kèm sản phẩm, minh chứng {{without-evidence}} nhiệm vụ.'],
    [
      'Việc giao còn thiếu căn cứ để đôn đốc: {{without-product}} nhiệm vụ giao trong kỳ không nêu sản phẩm.',
      'Không nêu thời hạn {{without-deadline}} nhiệm vụ giao trong kỳ.',
    ],
    [
      'Có {{hindered}} nhiệm vụ đang vướng mắc.',
      ...Cause.options.map((cause) => `Nguyên nhân ${causeWords[cause]}: {{hindered:${cause}}} nhiệm vụ.`),
    ],
  ],
  proposals: [],
};

/** Every sentence that may be drafted, placeholders in place. */
export const draftedSentences: readonly string[] = Object.values(drafts).flat(2);

/**
 * The words of a section drafted from figures, placeholders in place, one paragraph a line. A sentence stands only
 * where records support every number in it.
 */
export function draftOf(section: ReviewSection, figures: readonly ReviewFigure[]): string {
  const supported = new Set(
    figures
      .filter(({ value, recordIds }) => value !== null && value !== 0 && recordIds.length > 0)
      .map(({ key }) => key),
  );
  return drafts[section]
    .map((sentences) =>
      sentences.filter((sentence) => keysIn(sentence).every((key) => supported.has(key))).join(' '),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n');
}
