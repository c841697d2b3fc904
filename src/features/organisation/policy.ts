import { sayDay } from '../../domain/deadlines/words.ts';
import { notNow, type Refusal } from '../../domain/permissions/ability.ts';
import { makePolicy } from '../policy.ts';
import * as contract from './contract.ts';

/** A unit asked about on a day (ISO). */
export interface UnitThen {
  /** First day it is no more. */
  closedOn: string | null;
  on: string;
}

const stillThere = (_: unknown, { closedOn, on }: UnitThen): Refusal | null =>
  closedOn !== null && closedOn <= on
    ? notNow(`Đơn vị đã giải thể từ ngày ${sayDay(closedOn)}; chỉ xem lại được.`)
    : null;

export const unitPolicy = makePolicy<'rename' | 'move' | 'setField' | 'addAlias' | 'endAlias', UnitThen>({
  rename: { route: contract.renameUnit, refusal: stillThere },
  move: { route: contract.moveUnit, refusal: stillThere },
  setField: { route: contract.setUnitField, refusal: stillThere },
  addAlias: { route: contract.addAlias, refusal: stillThere },
  endAlias: { route: contract.endAlias, refusal: stillThere },
});

/** Of a person's record what its acts depend on. */
export type PersonFacts = Pick<
  contract.Person,
  'id' | 'fullName' | 'userName' | 'accountOpen' | 'mergedInto'
>;

const goesOn = (_: unknown, { fullName, mergedInto }: Pick<PersonFacts, 'fullName' | 'mergedInto'>) =>
  mergedInto === null
    ? null
    : notNow(
        `«${fullName}» đã được gộp vào bản ghi của «${mergedInto.name}». Mở danh sách và làm trên bản ghi đó.`,
      );

const noAccount = notNow('Người này chưa có tài khoản. Cấp tài khoản trước.');

export const personPolicy = makePolicy<
  'change' | 'holdPost' | 'giveAccount' | 'closeAccount' | 'reopenAccount' | 'merge',
  PersonFacts
>({
  change: { route: contract.changePerson, refusal: goesOn },
  holdPost: { route: contract.holdPost, refusal: goesOn },
  giveAccount: {
    route: contract.giveAccount,
    refusal: (viewer, person) =>
      goesOn(viewer, person) ??
      (person.userName === null ? null : notNow(`Người này đã có tài khoản «${person.userName}».`)),
  },
  closeAccount: {
    route: contract.changeAccess,
    refusal({ personId }, { id, accountOpen }) {
      if (accountOpen === null) return noAccount;
      if (id === personId) return notNow('Không đóng được tài khoản đang dùng. Nhờ một quản trị khác.');
      return accountOpen ? null : notNow('Tài khoản này đã đóng từ trước.');
    },
  },
  reopenAccount: {
    route: contract.changeAccess,
    refusal(viewer, person) {
      if (person.accountOpen === null) return noAccount;
      return goesOn(viewer, person) ?? (person.accountOpen ? notNow('Tài khoản này đang mở.') : null);
    },
  },
  /** Away into another record of the same person. */
  merge: {
    route: contract.mergePersons,
    refusal: (viewer, person) =>
      goesOn(viewer, person) ??
      (person.userName !== null && person.accountOpen !== false
        ? notNow(
            `Bản ghi này có tài khoản «${person.userName}» đang mở: giữ lại bản ghi này và gộp bản ghi kia theo chiều ngược lại. Nếu cả hai có tài khoản thì đó là hai người, hoặc một tài khoản thừa phải đóng trước khi gộp.`,
          )
        : null),
  },
});

/** A post of a person's record. */
export const postPolicy = makePolicy<'end', { to: string | null; person: PersonFacts }>({
  end: {
    route: contract.endPost,
    refusal: (viewer, { to, person }) =>
      goesOn(viewer, person) ??
      (to === null ? null : notNow(`Chức vụ này đã ghi thôi từ ngày ${sayDay(to)}.`)),
  },
});
