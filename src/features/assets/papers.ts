import { conditionWords, formWords } from '../../domain/assets/asset.ts';
import { assetSettlement } from '../../writing/official/kinds/asset-settlement.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { writeApart } from '../papers/apart.ts';
import type { PaperFormat } from '../papers/contract.ts';
import { frameOf } from '../papers/frame.ts';
import type { AssetPaper, AssetTask } from './contract.ts';
import { assetTasks } from './queries.ts';

/** Who decides over the tasks chosen, each authority once with its article. */
function authoritySaid(tasks: readonly AssetTask[]): string[] {
  const said = tasks.flatMap(({ authority }) =>
    authority ? [`Thẩm quyền quyết định: ${authority.by} (${authority.rule.basis}).`] : [],
  );
  return [...new Set(said)];
}

const names = { proposal: 'Tờ trình xử lý tài sản', decision: 'Quyết định xử lý tài sản' } as const;

/** A proposal or a decision on the assets of the tasks chosen. @throws Refused 404, 409 where none of them has assets */
export async function assetPaper(
  ctx: Context,
  actor: Actor,
  { kind, ids }: { kind: AssetPaper; ids: readonly string[] },
  format: PaperFormat,
): Promise<{ name: string; bytes: Uint8Array }> {
  const today = ctx.today().toString();
  const paper = await ctx.store.read(actor.scope, async (tx) => {
    const found = await assetTasks(tx, ctx, actor, ids);
    if (found.length === 0) throw Refused.notFound();
    const tasks = found.filter(({ assets }) => assets.length > 0);
    if (tasks.length === 0)
      throw Refused.conflict('Các nhiệm vụ đã chọn chưa kê tài sản nào. Kiểm kê trước khi lập văn bản.');
    const recipients = ['Như trên', 'Các tổ chức chủ trì', 'Lưu: VT'];
    return assetSettlement({
      kind,
      frame: await frameOf(tx, actor, { on: today, date: null, recipients }),
      authority: authoritySaid(tasks),
      tasks: tasks.map(({ title, codes, host, assets }) => ({
        task: codes[0] === undefined ? title : `${title} (mã số ${codes[0]})`,
        host,
        assets: assets.map((asset) => ({
          ...asset,
          condition: conditionWords[asset.condition],
          form: asset.form && formWords[asset.form],
        })),
      })),
    });
  });
  return { name: `${names[kind]}.${format}`, bytes: await writeApart(paper, format) };
}
