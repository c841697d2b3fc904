import type { Context } from '../../features/context.ts';
import * as contract from '../../features/figures/contract.ts';
import { addOwnFigure, withdrawOwnFigure } from '../../features/figures/own.ts';
import { listFiguresOf } from '../../features/figures/queries.ts';
import { listRecordsOf } from '../../features/figures/records.ts';
import { figuresXlsx } from '../../features/figures/table.ts';
import { type Bound, bind } from '../bind.ts';
import { download } from '../download.ts';

/** Figures, the records behind them, and those an agency adds. */
export function figureRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listFigures, ({ actor, query }) => listFiguresOf(ctx, actor, query)),
    bind(contract.exportFigures, async ({ actor, query, reply }) => {
      const bytes = await figuresXlsx(ctx, actor, query);
      download(reply, 'Số liệu.xlsx');
      return Buffer.from(bytes);
    }),
    bind(contract.listFigureRecords, ({ actor, query }) => listRecordsOf(ctx, actor, query)),
    bind(contract.addFigure, ({ actor, body }) => addOwnFigure(ctx, actor, body)),
    bind(contract.withdrawFigure, async ({ actor, params, body }) => {
      await withdrawOwnFigure(ctx, actor, params.id, body.reason);
      return undefined;
    }),
  ];
}
