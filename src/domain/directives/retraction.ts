import { bindingFacts, type DirectiveFact } from './facts.ts';

/**
 * Why a fact may not be taken back, or null where it may: by whoever recorded it, while nothing was built on it. What
 * gave the directive is put right by a correction instead.
 */
export function retractionRefusal(
  facts: readonly DirectiveFact[],
  factId: string,
  personId: string | null,
): string | null {
  const newest = bindingFacts(facts)
    .toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt) || a.id.localeCompare(b.id))
    .at(-1);
  if (newest?.id !== factId) return 'Chỉ rút lại được điều ghi sau cùng.';
  if (newest.body.kind === 'given' || newest.body.kind === 'corrected')
    return 'Nội dung giao được sửa bằng đính chính.';
  if (newest.body.kind === 'succeeded' || (newest.body.kind === 'transferred' && newest.body.moved))
    return 'Việc chuyển theo sắp xếp lại tổ chức không rút lại từng nhiệm vụ; chuyển đơn vị nếu cần.';
  if (personId === null || newest.byId !== personId) return 'Chỉ người đã ghi được rút lại.';
  return null;
}
