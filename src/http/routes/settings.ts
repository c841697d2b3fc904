import type { Context } from '../../features/context.ts';
import * as contract from '../../features/settings/contract.ts';
import { changeSetting, listSettings } from '../../features/settings/settings.ts';
import { type Bound, bind } from '../bind.ts';

/** What an agency decides for itself. */
export function settingsRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listSettings, ({ actor }) => listSettings(ctx, actor)),
    bind(contract.changeSetting, ({ actor, params, body }) => changeSetting(ctx, actor, params.key, body)),
  ];
}
