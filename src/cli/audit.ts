import { parseArgs } from 'node:util';
import { sealAllAudit } from '../storage/audit.ts';
import { verifyAudit } from '../storage/verify-audit.ts';
import { say, sayJson, withContext } from './console.ts';
import { UsageFault } from './fault.ts';

/** `trongtam audit verify`: 0 where every chain holds, 1 where something was changed. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  if (positionals[0] !== 'verify') throw new UsageFault('Dùng: trongtam audit verify [--json]');
  return withContext(async (ctx) => {
    await sealAllAudit(ctx.store);
    const report = await verifyAudit(ctx.store);
    if (values.json) sayJson(report);
    else {
      say(
        `${report.events} sự kiện trong ${report.seals} niêm phong: ${report.ok ? 'nguyên vẹn' : 'CÓ SAI LỆCH'}.`,
      );
      for (const { agencyId, seal, reason } of report.broken)
        say(`  cơ quan ${agencyId}, niêm phong ${seal}: ${reason}`);
      for (const { agencyId, seal, hash } of report.heads) say(`  ${agencyId} #${seal} ${hash}`);
    }
    return report.ok ? 0 : 1;
  });
}
