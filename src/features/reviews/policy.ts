import { sayDay } from '../../domain/deadlines/words.ts';
import { notNow, notTheirs, type Refusal } from '../../domain/permissions/ability.ts';
import { makePolicy } from '../policy.ts';
import { composeSection, confirmUnit, openReview, signReview, writeUnitWords } from './contract.ts';

export const openingPolicy = makePolicy<'open', null>({ open: { route: openReview } });

interface ReviewFacts {
  signed: boolean;
  cutOff: string;
  today: string;
}

const frozen = ({ signed }: { signed: boolean }): Refusal | null =>
  signed ? notNow('Kỳ này đã ký, không sửa được. Phần khác so với hôm nay xem ở «Khi ký và hôm nay».') : null;

/** A review as a whole. */
export const reviewPolicy = makePolicy<'compose' | 'sign', ReviewFacts>({
  compose: { route: composeSection, refusal: (_, facts) => frozen(facts) },
  sign: {
    route: signReview,
    refusal({ permissions, lent }, facts) {
      if (facts.signed) return frozen(facts);
      if (!permissions.has('review.sign')) return notTheirs('Chỉ Giám đốc ký. Trình Giám đốc khi đã đủ.');
      if (lent?.has('review.sign'))
        return notTheirs('Người làm thay chưa ký được trên hệ thống. Trình Giám đốc ký.');
      return facts.today < facts.cutOff
        ? notNow(`Chưa đến ngày chốt ${sayDay(facts.cutOff)}. Ký từ ngày ấy.`)
        : null;
    },
  },
});

interface PageFacts {
  signed: boolean;
  /** Whether the viewer speaks for the unit. */
  speaks: boolean;
  silent: boolean;
  confirmed: boolean;
}

const ofUnit = (facts: PageFacts): Refusal | null =>
  frozen(facts) ??
  (facts.speaks ? null : notTheirs('Chỉ người có chức vụ ở đơn vị viết và xác nhận được phần này.'));

/** The page of a unit. */
export const pagePolicy = makePolicy<'write' | 'confirm', PageFacts>({
  write: { route: writeUnitWords, refusal: (_, facts) => ofUnit(facts) },
  confirm: {
    route: confirmUnit,
    refusal(_, facts) {
      const refused = ofUnit(facts);
      if (refused) return refused;
      if (facts.confirmed) return notNow('Đơn vị đã xác nhận. Sửa lời thì xác nhận lại.');
      return facts.silent ? notNow('Đơn vị chưa viết gì. Viết ít nhất một phần rồi xác nhận.') : null;
    },
  },
});
