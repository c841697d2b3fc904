import { notNow, type Refusal } from '../../domain/permissions/ability.ts';
import type { ItemStanding } from '../../domain/programme/item.ts';
import { makePolicy } from '../policy.ts';
import {
  addProgrammeItem,
  approveProgramme,
  changeProgrammeItem,
  dropProgrammeItem,
  giveProgrammeItem,
  importProgramme,
  moveProgrammeItem,
} from './contract.ts';

interface WholeFacts {
  approved: boolean;
  items: number;
}

const draft = ({ approved }: WholeFacts): Refusal | null =>
  approved
    ? notNow('Chương trình đã được phê duyệt: từ nay chỉ bổ sung, chuyển tháng, đưa ra theo văn bản.')
    : null;

/** Acts on the programme of a year. */
export const programmePolicy = makePolicy<'add' | 'bringIn' | 'approve', WholeFacts>({
  add: { route: addProgrammeItem },
  bringIn: { route: importProgramme, refusal: (_, facts) => draft(facts) },
  approve: {
    route: approveProgramme,
    refusal: (_, { approved, items }) =>
      approved
        ? notNow('Chương trình này đã được phê duyệt.')
        : items === 0
          ? notNow('Chương trình chưa có việc nào. Thêm việc hoặc nhập bảng trước.')
          : null,
  },
});

interface OneFacts {
  standing: ItemStanding;
  approved: boolean;
}

const open = ({ standing }: OneFacts): Refusal | null => {
  if (standing.droppedOn !== null) return notNow('Việc này đã đưa ra khỏi chương trình.');
  return standing.directiveId === null
    ? null
    : notNow('Việc này đã giao thành nhiệm vụ: gia hạn hoặc dừng ngay tại nhiệm vụ ấy.');
};

/** Acts on one item of it. */
export const itemPolicy = makePolicy<'change' | 'move' | 'drop' | 'give', OneFacts>({
  change: {
    route: changeProgrammeItem,
    refusal: (_, facts) =>
      open(facts) ??
      (facts.approved
        ? notNow('Chương trình đã được phê duyệt: chuyển tháng hoặc đưa ra theo văn bản.')
        : null),
  },
  move: {
    route: moveProgrammeItem,
    refusal: (_, facts) =>
      open(facts) ?? (facts.approved ? null : notNow('Chương trình chưa phê duyệt: sửa thẳng việc này.')),
  },
  drop: { route: dropProgrammeItem, refusal: (_, facts) => open(facts) },
  give: {
    route: giveProgrammeItem,
    refusal: (_, facts) =>
      open(facts) ?? (facts.approved ? null : notNow('Chương trình chưa phê duyệt nên chưa giao việc được.')),
  },
});
