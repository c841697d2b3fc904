import type { Context } from '../../features/context.ts';
import * as accounts from '../../features/outsiders/accounts.ts';
import * as outsiders from '../../features/outsiders/contract.ts';
import * as contract from '../../features/portal/contract.ts';
import * as dossiers from '../../features/portal/dossiers.ts';
import * as files from '../../features/portal/files.ts';
import * as filing from '../../features/portal/filing.ts';
import { getPortal } from '../../features/portal/home.ts';
import { recordOwnStep } from '../../features/portal/own-steps.ts';
import { getOwnTask } from '../../features/portal/own-task.ts';
import * as sendings from '../../features/sendings/contract.ts';
import { listSendings, sendBack } from '../../features/sendings/sendings.ts';
import { type Bound, bind } from '../bind.ts';
import { download, downloadBytes } from '../download.ts';
import { readUpload } from '../upload.ts';

/** The portal of hosts and investigators, and the accounts by which they come in. */
export function portalRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.getPortal, ({ actor }) => getPortal(ctx, actor)),
    bind(contract.beginDossier, ({ actor, body }) => dossiers.beginDossier(ctx, actor, body)),
    bind(contract.getDossier, ({ actor, params }) => dossiers.getDossier(ctx, actor, params.id)),
    bind(contract.saveDossier, ({ actor, params, body, version }) =>
      dossiers.saveDossier(ctx, actor, params.id, version, body),
    ),
    bind(contract.submitDossier, ({ actor, params, version }) =>
      filing.submitDossier(ctx, actor, params.id, version),
    ),
    bind(contract.withdrawDossier, ({ actor, params, body }) =>
      filing.withdrawDossier(ctx, actor, params.id, body.reason),
    ),
    bind(contract.attachFile, async ({ actor, request }) => {
      const { files: sent } = await readUpload(request);
      return files.attachFile(ctx, actor, sent[0]!);
    }),
    bind(contract.readFile, async ({ actor, params, reply }) => {
      const { name, bytes } = await files.readOwnFile(ctx, actor, params.id);
      downloadBytes(reply, name);
      return bytes;
    }),
    bind(contract.readReceipt, async ({ actor, params, reply }) => {
      const { name, bytes } = await filing.receiptOf(ctx, actor, params.id);
      download(reply, name);
      return bytes;
    }),
    bind(contract.getPortalTask, ({ actor, params }) => getOwnTask(ctx, actor, params.id)),
    bind(contract.recordOwnStep, ({ actor, params, body }) => recordOwnStep(ctx, actor, params.id, body)),
    bind(outsiders.listOutsideAccounts, ({ actor }) => accounts.listOutsideAccounts(ctx, actor)),
    bind(outsiders.inviteOutside, ({ actor, body }) => accounts.inviteOutside(ctx, actor, body)),
    bind(outsiders.changeOutsideAccess, ({ actor, params, body }) =>
      accounts.changeOutsideAccess(ctx, actor, params.id, body.open),
    ),
    bind(sendings.listSendings, ({ actor, params }) => listSendings(ctx, actor, params.id)),
    bind(sendings.sendBack, ({ actor, params, body }) => sendBack(ctx, actor, params, body.reason)),
  ];
}
