import { capitals, type OfficialDocument } from './document.ts';
import { widthOf } from './faces.ts';
import type { LaidBlock, LaidParagraph } from './laid.ts';
import { clean, dateOf, numberOf, type Setter, sideBySide } from './setter.ts';

const stateName = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const motto = 'Độc lập - Tự do - Hạnh phúc';

/** The rule under the issuer and the summary: a third to a half of the line above it. */
const shortRule = 0.4;
const left = 0.4;
/** A summary stands in lines shorter than the text, this share of the width free at each side. */
const titleInset = 0.09;

/** Names of body and state side by side, number and date beneath; then kind and summary, or whom a letter is sent to. */
export function letterhead(set: Setter, document: OfficialDocument, room: number): LaidBlock[] {
  const { superior, issuer, sign, place, title } = document;
  const { faces } = set.layout;
  const centred = { align: 'center' } as const;
  const name = capitals(clean(issuer));
  const body = [
    ...(superior === null ? [] : [set.line('superior', capitals(superior), centred)]),
    set.line('issuer', name, {
      ...centred,
      rule: shortRule * Math.min(left * room, widthOf(name, faces.issuer.size, true)),
    }),
  ];
  const state = [
    set.line('state', stateName, centred),
    set.line('motto', motto, { ...centred, rule: widthOf(motto, faces.motto.size, true) }),
  ];
  const numbered = sign === null ? '' : `Số: ${numberOf(document)}/${sign}`;
  const about =
    'letter' in title ? [set.line('letterSubject', `V/v ${title.subject}`, { ...centred, before: 3 })] : [];
  const dated = `${place}, ${dateOf(document)}`;
  return [
    sideBySide(
      [
        [body, state],
        [[set.line('number', numbered, centred), ...about], [set.line('place', dated, centred)]],
      ],
      [left, 1 - left],
      room,
    ),
    ...opening(set, document, room),
  ];
}

function opening(set: Setter, { title }: OfficialDocument, room: number): LaidParagraph[] {
  const centred = { align: 'center', keepNext: true } as const;
  if ('letter' in title) {
    const [only, ...others] = title.to;
    if (others.length === 0)
      return [set.line('body', `Kính gửi: ${only ?? ''}.`, { ...centred, before: 12, after: 6 })];
    const last = title.to.length - 1;
    return [
      set.line('body', 'Kính gửi:', { ...centred, before: 12 }),
      ...title.to.map((one, at) =>
        set.line('body', `- ${one}${at === last ? '.' : ';'}`, { firstLine: room * 0.3, keepNext: true }),
      ),
    ];
  }
  const { size } = set.layout.faces.subject;
  const inset = titleInset * room;
  const width = Math.min(room - 2 * inset, widthOf(clean(title.subject), size, true));
  return [
    set.line('kind', capitals(title.kind), { ...centred, before: 12 }),
    set.line('subject', title.subject, { ...centred, inset, rule: shortRule * width }),
  ];
}
