import { type Context, Refused } from '../../features/context.ts';
import { readUnitSheet } from '../../features/organisation/sheet.ts';
import { checkSetupToken, createFirstAgency, setupNeeded } from '../../features/setup/commands.ts';
import * as contract from '../../features/setup/contract.ts';
import { demoPersons, refuseUnlessDemoPerson } from '../../features/setup/demo.ts';
import { type Bound, bind } from '../bind.ts';
import { readUpload } from '../upload.ts';

/** The first screen: our agency, or the demo. */
export function setupRoutes(
  ctx: Context,
  ports: {
    /** Begins a session of a person of the demo; gives the cookies to set. */
    begin(userId: string): Promise<string[]>;
    /** Starts the demo in a folder of its own; gives its address. */
    openDemo(): Promise<string>;
  },
): Bound[] {
  return [
    bind(contract.getSetup, async () => ({ needed: await setupNeeded(ctx), demo: ctx.config.demo })),
    bind(contract.createFirstAgency, ({ actor, body }) => createFirstAgency(ctx, actor, body)),
    bind(contract.previewUnits, async ({ request }) => {
      // Anyone may ask, so only as long as there is nothing to protect.
      if (!(await setupNeeded(ctx))) throw Refused.notFound();
      const { files } = await readUpload(request);
      return readUnitSheet(files[0]!.bytes);
    }),
    bind(contract.openDemo, async ({ body }) => {
      await checkSetupToken(ctx, body.token);
      return { address: await ports.openDemo() };
    }),
    bind(contract.listDemoPersons, () => demoPersons(ctx)),
    bind(contract.demoSignIn, async ({ body, reply }) => {
      await refuseUnlessDemoPerson(ctx, body.userId);
      reply.header('set-cookie', await ports.begin(body.userId));
      return { ok: true as const };
    }),
  ];
}
