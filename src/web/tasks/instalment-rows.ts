import type { Instalment } from '../../domain/tasks/arrangement.ts';
import { pastedInstalments } from '../../domain/tasks/pasted-instalments.ts';
import { newId } from '../api/new-id.ts';
import { readDay, showDay, showNumber } from '../i18n/format.ts';
import { fillDown, type PastedAt } from './fill-down.ts';
import { moneyTyped, tidied } from './money.ts';

/** An instalment as it is typed: when is a day or an event, the amount đồng or a share of the state money. */
export interface InstalmentTyped {
  key: string;
  needs: string;
  when: string;
  amount: string;
  advance: boolean;
}

export const emptyInstalment = (): InstalmentTyped => ({
  ...{ key: newId(), needs: '', when: '', amount: '', advance: false },
});

export const isEmptyInstalment = ({ needs, when, amount }: InstalmentTyped): boolean =>
  [needs, when, amount].every((one) => one.trim() === '');

/** Instalments on record as they are typed. */
export const typedInstalments = (instalments: readonly Instalment[]): InstalmentTyped[] =>
  instalments.map(({ needs, on, event, amount, advance }) => ({
    ...{ key: newId(), needs, when: on === null ? event : showDay(on), amount: showNumber(amount), advance },
  }));

/** What is typed into an amount: «50 %» becomes so much of the state money. */
export function tidiedAmount(typed: string, stateMoney: number | null): string {
  const share = /^(\d{1,3}(?:[.,]\d+)?)\s*%$/u.exec(typed.trim())?.[1];
  return share === undefined || stateMoney === null
    ? tidied(typed)
    : showNumber(Math.round((stateMoney * Number(share.replace(',', '.'))) / 100));
}

/** The amount of a row; nought where it cannot be read. */
export const amountTyped = ({ amount }: InstalmentTyped): number => moneyTyped(amount) ?? 0;

/** What the contract would say of them; lines left empty say nothing. */
export const instalmentsOf = (rows: readonly InstalmentTyped[]): Instalment[] =>
  rows
    .filter((row) => !isEmptyInstalment(row))
    .map((row) => {
      const on = readDay(row.when);
      return {
        ...{ needs: row.needs.trim(), on, event: on === null ? row.when.trim() : '' },
        ...{ amount: amountTyped(row), advance: row.advance },
      };
    });

/** Instalments pasted: one column fills down from its cell, a table is added. */
export function pasteInstalments(
  rows: readonly InstalmentTyped[],
  text: string,
  at: PastedAt,
  stateMoney: number | null,
): { rows: InstalmentTyped[]; pasted: number; left: number } | null {
  if (!text.includes('\t'))
    return fillDown(rows, text, at, { emptyRow: emptyInstalment, amounts: ['amount'] });
  const { rows: copied, left } = pastedInstalments(text);
  const added = copied.map((one) => ({
    ...{ ...one, key: newId(), amount: tidiedAmount(one.amount, stateMoney) },
  }));
  return {
    rows: [...rows.filter((row) => !isEmptyInstalment(row)), ...added],
    pasted: copied.length,
    left,
  };
}
