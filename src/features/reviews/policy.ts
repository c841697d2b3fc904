import { sayDay } from '../../domain/deadlines/words.ts';
import { notNow, notTheirs, type Refusal } from '../../domain/permissions/ability.ts';
import { noTitle } from '../papers/signature.ts';
import { makePolicy } from '../policy.ts';
import {
  composeSection,
  confirmUnit,
  openReview,
  reopenReview,
  signReview,
  writeUnitWords,
} from './contract.ts';

export const openingPolicy = makePolicy<'open', null>({ open: { route: openReview } });

interface ReviewFacts {
  signed: boolean;
  /** A version that does not stand any more is shown. */
  earlier: boolean;
  /** Whether a line can stand over the viewer's name: a director's, or of whoever acts in a director's stead. */
  signs: boolean;
  /** Only a title is missing for that. */
  untitled: boolean;
  cutOff: string;
  today: string;
}

const frozen = ({ signed }: { signed: boolean }): Refusal | null =>
  signed ? notNow('Kỳ này đã ký, không sửa được. Phần khác so với hôm nay xem ở «Khi ký và hôm nay».') : null;

const signer = ({ signs, untitled }: ReviewFacts, may: boolean): Refusal | null => {
  if (may && signs) return null;
  return notTheirs(may && untitled ? noTitle : 'Chỉ Giám đốc hoặc người ký thay ký. Trình ký khi đã đủ.');
};

/** A review as a whole. */
export const reviewPolicy = makePolicy<'compose' | 'sign' | 'reopen', ReviewFacts>({
  compose: { route: composeSection, refusal: (_, facts) => frozen(facts) },
  sign: {
    route: signReview,
    refusal({ permissions }, facts) {
      const refused = frozen(facts) ?? signer(facts, permissions.has('review.sign'));
      if (refused) return refused;
      return facts.today < facts.cutOff
        ? notNow(`Chưa đến ngày chốt ${sayDay(facts.cutOff)}. Ký từ ngày ấy.`)
        : null;
    },
  },
  reopen: {
    route: reopenReview,
    refusal({ permissions }, facts) {
      if (facts.earlier || !facts.signed) return notNow('Kỳ này đang mở, không cần mở lại.');
      return permissions.has('review.sign') ? null : notTheirs('Chỉ Giám đốc hoặc người ký thay mở lại.');
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
