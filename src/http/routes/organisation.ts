import type { Context } from '../../features/context.ts';
import { closeAccount, giveAccount } from '../../features/organisation/accounts.ts';
import { addAlias, endAlias } from '../../features/organisation/aliases.ts';
import * as contract from '../../features/organisation/contract.ts';
import { importErrors, importOrganisation } from '../../features/organisation/import.ts';
import { listDoubles, mergePersons, reviewMerge } from '../../features/organisation/merge-persons.ts';
import {
  changePerson,
  createPerson,
  endPost,
  getPerson,
  holdPost,
  listPersons,
} from '../../features/organisation/persons.ts';
import { listUnits } from '../../features/organisation/queries.ts';
import { importTemplate } from '../../features/organisation/sheet.ts';
import { createUnit, moveUnit, renameUnit, setUnitField } from '../../features/organisation/units.ts';
import { type Bound, bind } from '../bind.ts';
import { download } from '../download.ts';
import { readUpload } from '../upload.ts';

/** Units, persons, posts and accounts of the agency. */
export function organisationRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listUnits, ({ actor, query }) => listUnits(ctx, actor, query.on)),
    bind(contract.createUnit, ({ actor, body }) => createUnit(ctx, actor, body)),
    bind(contract.renameUnit, ({ actor, params, body }) => renameUnit(ctx, actor, params.id, body)),
    bind(contract.moveUnit, ({ actor, params, body }) => moveUnit(ctx, actor, params.id, body)),
    bind(contract.setUnitField, ({ actor, params, body }) => setUnitField(ctx, actor, params.id, body)),
    bind(contract.addAlias, ({ actor, params, body }) => addAlias(ctx, actor, params.id, body.alias)),
    bind(contract.endAlias, ({ actor, params }) => endAlias(ctx, actor, params.id, params.aliasId)),
    bind(contract.listPersons, ({ actor, query }) => listPersons(ctx, actor, query)),
    bind(contract.listDoubles, ({ actor }) => listDoubles(ctx, actor)),
    bind(contract.reviewMerge, ({ actor, params, body }) => reviewMerge(ctx, actor, params.id, body.intoId)),
    bind(contract.mergePersons, ({ actor, params, body }) => mergePersons(ctx, actor, params.id, body)),
    bind(contract.getPerson, ({ actor, params }) => getPerson(ctx, actor, params.id)),
    bind(contract.createPerson, ({ actor, body }) => createPerson(ctx, actor, body)),
    bind(contract.changePerson, ({ actor, params, body, version }) =>
      changePerson(ctx, actor, params.id, version, body),
    ),
    bind(contract.holdPost, ({ actor, params, body }) => holdPost(ctx, actor, params.id, body)),
    bind(contract.endPost, ({ actor, params, body }) =>
      endPost(ctx, actor, params.id, params.postId, body.to),
    ),
    bind(contract.giveAccount, ({ actor, params, body }) => giveAccount(ctx, actor, params.id, body)),
    bind(contract.changeAccess, ({ actor, params, body }) => closeAccount(ctx, actor, params.id, body.open)),
    bind(contract.importOrganisation, async ({ actor, query, request }) => {
      const { files } = await readUpload(request);
      return importOrganisation(ctx, actor, files[0]!.bytes, query.dry);
    }),
    bind(contract.importTemplate, async ({ reply }) => {
      download(reply, 'Mẫu nhập đơn vị và người.xlsx');
      return importTemplate();
    }),
    bind(contract.importErrorSheet, async ({ actor, request, reply }) => {
      const { files } = await readUpload(request);
      download(reply, 'Dòng cần sửa.xlsx');
      return importErrors(ctx, actor, files[0]!.bytes);
    }),
  ];
}
