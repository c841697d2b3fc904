import { fold } from '../text/fold.ts';

/** What a proposal or a past task says of itself. */
export interface TaskWords {
  title: string;
  aims: string;
  products: string;
}

/** A past task that resembles a proposal: how much, 0 to 1, and the words both say, the weightiest first. */
export interface Overlap {
  id: string;
  likeness: number;
  shared: string[];
}

/** How much each part counts: the title says most of what a task is, its products what comes of it. */
const partWeights = { title: 1, products: 0.6, aims: 0.5 } as const;

/**
 * Words every task of the genre begins with or is wrapped in: they tell nothing of its subject (Mẫu thuyết minh, TT
 * 08/2017 and 20/2023/TT-BKHCN). Two syllables are one word.
 */
const genre = new Set(
  `nghiên cứu|ứng dụng|xây dựng|phát triển|đề xuất|giải pháp|mô hình|quy trình|công nghệ|đánh giá|thực trạng|hoàn thiện|
thử nghiệm|sản xuất|chế tạo|thiết kế|khảo sát|phân tích|nâng cao|hiệu quả|chất lượng|phục vụ|triển khai|khoa học|cơ sở|
địa bàn|trên địa|thành phố|một số|khả năng|hệ thống|quản lý|tài liệu|báo cáo|kết quả|chuyển giao|
nhằm|và|của|cho|trong|tại|theo|từ|với|các|những|được|để|về|trên|ở|là|có|ra|vào|bằng|đến|một|hai|ba|số|tỉnh`
    .replaceAll('\n', '')
    .split('|'),
);
/** Less than a word of the subject, more than nothing: «công nghệ» still tells two tasks of it apart from others. */
const genreWeight = 0.15;
/** Against a pair of syllables. */
const syllableWeight = 0.4;
/** Words written without their marks are the same with a little doubt. */
const unmarkedWeight = 0.7;

const bareGenre = new Set([...genre].map(fold));

interface Term {
  words: string;
  weight: number;
}

const syllablesOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The terms of a text: pairs of neighbouring syllables, since most words of Vietnamese have two, and single ones with less
 * weight. What stands beside a word of the genre makes no pair with it.
 */
function* termsOf(text: string): Generator<Term> {
  const lower = text.toLowerCase().normalize('NFC');
  const common = fold(lower) === lower ? bareGenre : genre;
  for (const clause of lower.split(/[.;:,()«»"\n]+/u)) {
    const parts = syllablesOf(clause);
    let last: string | null = null;
    for (let at = 0; at < parts.length; at++) {
      const one = parts[at] ?? '';
      const pair = `${one} ${parts[at + 1] ?? ''}`;
      if (common.has(pair)) {
        yield { words: pair, weight: genreWeight };
        at++;
        last = null;
      } else if (common.has(one)) last = null;
      else {
        yield { words: one, weight: syllableWeight };
        if (last !== null) yield { words: `${last} ${one}`, weight: 1 };
        last = one;
      }
    }
  }
}

type Weights = Map<string, number>;

/** The terms of a task, each with how much it counts there; what stands in several parts counts where it weighs most. */
function weigh(said: TaskWords): Weights {
  const weights: Weights = new Map();
  for (const part of ['title', 'products', 'aims'] as const)
    for (const { words, weight } of termsOf(said[part])) {
      const own = weight * partWeights[part];
      if (own > (weights.get(words) ?? 0)) weights.set(words, own);
    }
  return weights;
}

/**
 * Past tasks that resemble a proposal, the most alike first. Likeness is the cosine of the terms of both, each weighted by the
 * part it stands in (title 1, products 0.6, aims 0.5), by its length (a pair of syllables 1, one syllable 0.4), by how rare it
 * is (1 + ln of all tasks over those that say it, so that «sấy» weighs more than «giống»), and as nearly nothing where it is a
 * word of the genre («nghiên cứu», «ứng dụng», «xây dựng»…). A term typed without its marks finds the terms it can mean, with
 * 0.7 of the weight. No model and no network: the same texts give the same numbers everywhere.
 * @param least likeness below which two tasks share words by chance
 */
export function overlapsOf(
  proposal: TaskWords,
  tasks: readonly ({ id: string } & TaskWords)[],
  least = 0.15,
): Overlap[] {
  const known = tasks.map((task) => ({ id: task.id, said: weigh(task) }));
  const rarity = raritiesOf(known.map(({ said }) => said));
  const { sought, norm } = soughtIn(weigh(proposal), rarity, tasks.length);
  if (norm === 0) return [];
  const overlaps = known.flatMap(({ id, said }): Overlap[] => {
    let squares = 0;
    let product = 0;
    const shared: Weights = new Map();
    for (const [term, weight] of said) {
      const own = weight * (rarity.get(term) ?? 1);
      squares += own * own;
      const other = sought.get(term);
      if (other === undefined) continue;
      product += own * other;
      shared.set(term, own * other);
    }
    const likeness = Math.min(1, product / (norm * Math.sqrt(squares)));
    return product > 0 && likeness >= least ? [{ id, likeness, shared: tellingOf(shared) }] : [];
  });
  return overlaps.toSorted((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1));
}

/** How much each term tells, by how few tasks say it. */
function raritiesOf(all: readonly Weights[]): Weights {
  const spread: Weights = new Map();
  for (const said of all) for (const term of said.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  for (const [term, tasks] of spread) spread.set(term, 1 + Math.log((all.length + 1) / (tasks + 1)));
  return spread;
}

/** The terms of a proposal as past tasks say them, weighted, and the length of all of them together. */
function soughtIn(proposal: Weights, rarity: Weights, tasks: number): { sought: Weights; norm: number } {
  const unheard = 1 + Math.log(tasks + 1);
  const meant = meantBy(
    [...proposal.keys()].filter((term) => !rarity.has(term) && fold(term) === term),
    rarity,
  );
  const sought: Weights = new Map();
  let squares = 0;
  for (const [term, weight] of proposal) {
    const found = rarity.has(term) ? [term] : (meant.get(term) ?? []);
    const telling = found.length > 0 ? Math.max(...found.map((one) => rarity.get(one) ?? 0)) : unheard;
    squares += (weight * telling) ** 2;
    for (const one of found) {
      const own = weight * (rarity.get(one) ?? 0) * (one === term ? 1 : unmarkedWeight);
      sought.set(one, Math.max(sought.get(one) ?? 0, own));
    }
  }
  return { sought, norm: Math.sqrt(squares) };
}

/** What terms without marks can mean among those that are known. */
function meantBy(bare: readonly string[], known: Weights): Map<string, string[]> {
  const meant = new Map(bare.map((term): [string, string[]] => [term, []]));
  if (meant.size > 0) for (const term of known.keys()) meant.get(fold(term))?.push(term);
  return meant;
}

/** The shared terms that weigh most; single syllables only where no shared pair says them. */
function tellingOf(shared: Weights): string[] {
  const byWeight = [...shared].toSorted(([, a], [, b]) => b - a).map(([term]) => term);
  const telling = byWeight.filter((term) => !genre.has(term));
  const within = new Set(telling.filter(isPair).flatMap((pair) => pair.split(' ')));
  return telling.filter((term) => isPair(term) || !within.has(term)).slice(0, 12);
}

const isPair = (term: string) => term.includes(' ');
