import { sayDay } from '../../domain/deadlines/words.ts';
import { notNow, type Refusal } from '../../domain/permissions/ability.ts';
import { makePolicy } from '../policy.ts';
import * as contract from './contract.ts';

/** An intake where it stands, with how many lines of its review still ask who leads or by when. */
export interface IntakeFacts {
  state: contract.IntakeState;
  questions: number;
  /** The day the paper bears where that comes after the day its file came in: one of the two is wrong. */
  ahead: { date: string; receivedOn: string } | null;
}

/** Why nothing is decided about it any more; null before. */
const ended: Record<contract.IntakeState, string | null> = {
  waiting: null,
  reading: null,
  unreadable: null,
  reviewing: null,
  confirmed: 'Văn bản này đã vào sổ. Mở văn bản trong sổ để xem, đính chính từng nhiệm vụ.',
  dropped: 'Văn bản này đã bỏ. Gửi lại tệp nếu cần.',
};

const undecided = (_: unknown, { state }: IntakeFacts): Refusal | null => {
  const reason = ended[state];
  return reason === null ? null : notNow(reason);
};

const datedAhead = ({ ahead }: IntakeFacts): Refusal | null =>
  ahead &&
  notNow(
    `Văn bản ghi ngày ${sayDay(ahead.date)}, sau ngày nhận tệp ${sayDay(ahead.receivedOn)}. Sửa ngày văn bản rồi đưa vào sổ.`,
  );

const underReview = (_: unknown, { state }: IntakeFacts): Refusal | null => {
  if (state === 'reviewing') return null;
  if (state === 'unreadable') return notNow('Chưa đọc được tệp này. Đọc lại, hoặc bỏ và gửi tệp khác.');
  return notNow(ended[state] ?? 'Văn bản này chưa đọc xong. Chờ đọc xong rồi xem lại.');
};

export const intakePolicy = makePolicy<'edit' | 'confirm' | 'drop' | 'readAgain', IntakeFacts>({
  edit: { route: contract.editReview, refusal: underReview },
  confirm: {
    route: contract.confirmReview,
    refusal: (viewer, facts) =>
      underReview(viewer, facts) ??
      datedAhead(facts) ??
      (facts.questions > 0
        ? notNow(
            `Còn ${facts.questions} nhiệm vụ chưa rõ đơn vị chủ trì hoặc thời hạn. Điền hoặc ghi «không có» rồi đưa vào sổ.`,
          )
        : null),
  },
  drop: { route: contract.dropIntake, refusal: undecided },
  readAgain: {
    route: contract.readAgain,
    refusal: (viewer, facts) =>
      undecided(viewer, facts) ??
      (facts.state === 'waiting' || facts.state === 'reading'
        ? notNow('Tệp này đang chờ đọc hoặc đang được đọc.')
        : null),
  },
});
