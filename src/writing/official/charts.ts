import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { fillOf, ink } from './chart-fills.ts';
import type { Picture } from './document.ts';
import { canvasFace, knowFaces } from './faces.ts';

export interface Chart {
  /** bar: series beside each other; stacked: one upon the other; line: over time. */
  kind: 'bar' | 'stacked' | 'line';
  title: string;
  labels: readonly string[];
  /** As many values as labels, none below nought. */
  series: readonly { name: string; values: readonly number[] }[];
  /** What is counted: «nhiệm vụ», «%». */
  unit: string;
}

/** Pixels a millimetre: about 250 dots an inch, sharp in print. */
const density = 10;
const width = 160;
const textSize = 3.6;
/** Of one bar, so that its figure fits beside it; and of all rows, so that a chart stays on its page. */
const barHeight = 3.2;
const mostHeight = 200;
const legendHeight = 8;
const pale = '#c8c8c8';

const showNumber = (value: number) =>
  Number.isInteger(value) ? String(value) : value.toFixed(1).replace('.', ',');

type Pen = SKRSContext2D;

/** Steps of 1, 2 or 5 times a power of ten, about four of them up to the highest value. */
function ticksTo(highest: number): number[] {
  const rough = Math.max(highest, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power,
    highest <= 1 ? 0.25 : 1,
  );
  const count = Math.ceil(Math.max(highest, step) / step);
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

/** Series beside each other need room for each, as far as the page has it. */
const rowHeightOf = ({ kind, labels, series }: Chart): number =>
  kind === 'bar'
    ? Math.max(8, Math.min(2 + series.length * barHeight, mostHeight / Math.max(1, labels.length)))
    : 8;

function highestOf({ kind, labels, series }: Chart): number {
  const perLabel = labels.map((_, at) => {
    const values = series.map(({ values }) => values[at] ?? 0);
    return kind === 'stacked' ? values.reduce((sum, one) => sum + one, 0) : Math.max(0, ...values);
  });
  return Math.max(0, ...perLabel);
}

/** A text cut to a width, with an ellipsis where it was. */
function fitted(pen: Pen, text: string, room: number): string {
  if (pen.measureText(text).width <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && pen.measureText(`${letters.join('')}…`).width > room) letters.pop();
  return `${letters.join('')}…`;
}

/** A name at the left of its row, upon two lines where it is long. */
function rowName(pen: Pen, name: string, room: number, x: number, middle: number): void {
  const words = name.split(' ');
  const fits = (count: number) => pen.measureText(words.slice(0, count).join(' ')).width <= room;
  const first = words.findLastIndex((_, at) => fits(at + 1)) + 1 || 1;
  const lines = [words.slice(0, first).join(' '), words.slice(first).join(' ')].filter(Boolean);
  for (const [at, line] of lines.entries())
    pen.fillText(fitted(pen, line, room), x, middle + 1.2 + (at - (lines.length - 1) / 2) * textSize);
}

function legend(pen: Pen, { series }: Chart, top: number): void {
  pen.textAlign = 'left';
  const each = width / Math.max(1, series.length);
  for (const [at, { name }] of series.entries()) {
    const left = at * each + 2;
    pen.fillStyle = fillOf(pen, at);
    pen.fillRect(left, top, 5, 3.6);
    pen.strokeRect(left, top, 5, 3.6);
    pen.fillStyle = ink;
    pen.fillText(fitted(pen, name, each - 10), left + 6.5, top + 3);
  }
}

/** Names at the left, bars to the right: unit names are long. */
function drawBars(pen: Pen, chart: Chart, top: number): void {
  const { kind, labels, series } = chart;
  const rowHeight = rowHeightOf(chart);
  const left = 52;
  const right = width - 12;
  const ticks = ticksTo(highestOf(chart));
  const scale = (right - left) / (ticks.at(-1) ?? 1);
  const bottom = top + labels.length * rowHeight;
  pen.textAlign = 'center';
  for (const tick of ticks) {
    pen.strokeStyle = pale;
    pen.beginPath();
    pen.moveTo(left + tick * scale, top);
    pen.lineTo(left + tick * scale, bottom);
    pen.stroke();
    pen.fillStyle = ink;
    pen.fillText(showNumber(tick), left + tick * scale, bottom + 4.5);
  }
  pen.strokeStyle = ink;
  for (const [row, label] of labels.entries()) {
    const upper = top + row * rowHeight;
    pen.textAlign = 'right';
    pen.fillStyle = ink;
    rowName(pen, label, left - 4, left - 2, upper + rowHeight / 2);
    const thick = (rowHeight - 2) / (kind === 'stacked' ? 1 : Math.max(1, series.length));
    let from = left;
    for (const [at, { values }] of series.entries()) {
      const value = values[row] ?? 0;
      const y = upper + 1 + (kind === 'stacked' ? 0 : at * thick);
      pen.fillStyle = fillOf(pen, at);
      pen.fillRect(from, y, value * scale, thick);
      pen.strokeRect(from, y, value * scale, thick);
      if (kind === 'stacked') from += value * scale;
      else valueAt(pen, value, left + value * scale, y + thick / 2 + 1.2);
    }
    const sum = series.reduce((all, { values }) => all + (values[row] ?? 0), 0);
    if (kind === 'stacked') valueAt(pen, sum, from, upper + rowHeight / 2 + 1.2);
  }
}

function valueAt(pen: Pen, value: number, x: number, y: number): void {
  pen.textAlign = 'left';
  pen.fillStyle = ink;
  pen.fillText(showNumber(value), x + 1, y);
}

const lineHeight = 62;
const dashes = [[], [2, 1], [0.6, 0.9], [3, 1, 0.6, 1]];

/** Series over time: lines told apart by their dashes and marks, so that grey print tells them too. */
function drawLines(pen: Pen, chart: Chart, top: number): void {
  const { labels, series } = chart;
  const left = 14;
  const right = width - 10;
  const bottom = top + lineHeight;
  const ticks = ticksTo(highestOf(chart));
  const scale = lineHeight / (ticks.at(-1) ?? 1);
  const step = (right - left) / Math.max(1, labels.length - 1);
  const x = (at: number) => left + at * step;
  for (const tick of ticks) {
    pen.strokeStyle = pale;
    pen.beginPath();
    pen.moveTo(left, bottom - tick * scale);
    pen.lineTo(right, bottom - tick * scale);
    pen.stroke();
    pen.textAlign = 'right';
    pen.fillStyle = ink;
    pen.fillText(showNumber(tick), left - 1.5, bottom - tick * scale + 1.2);
  }
  pen.strokeStyle = ink;
  pen.textAlign = 'center';
  const every = Math.ceil(labels.length / 12);
  for (const [at, label] of labels.entries())
    if (at % every === 0) pen.fillText(fitted(pen, label, step * every), x(at), bottom + 4.5);
  for (const [at, { values }] of series.entries()) {
    pen.lineWidth = 0.5;
    pen.setLineDash(dashes[at % dashes.length] ?? []);
    pen.beginPath();
    for (const [place, value] of values.entries()) pen.lineTo(x(place), bottom - value * scale);
    pen.stroke();
    pen.setLineDash([]);
    pen.lineWidth = 0.2;
    for (const [place, value] of values.entries()) {
      pen.fillStyle = fillOf(pen, at);
      pen.fillRect(x(place) - 1, bottom - value * scale - 1, 2, 2);
      pen.strokeRect(x(place) - 1, bottom - value * scale - 1, 2, 2);
    }
  }
}

/** The figures in words, for those who do not see the picture. */
export function sayChart({ title, labels, series, unit }: Chart): string {
  const rows = labels.map((label, at) => {
    const values = series.map(({ name, values }) => `${name} ${showNumber(values[at] ?? 0)}`);
    return `${label}: ${values.join(', ')}`;
  });
  return `${title} (${unit}). ${rows.length > 0 ? rows.join('; ') : 'Không có số liệu'}.`;
}

/**
 * A chart as a picture for Word and PDF alike, told apart without colour. The same figures give the same bytes.
 * @throws RangeError for values below nought, not finite or not one for each label
 */
export function chartPicture(chart: Chart): Picture {
  const { kind, labels, series, title, unit } = chart;
  for (const { name, values } of series)
    if (values.length !== labels.length || values.some((value) => !Number.isFinite(value) || value < 0))
      throw new RangeError(`Chuỗi số «${name}» không vẽ được: cần một số không âm cho mỗi nhãn`);
  const plot = kind === 'line' ? lineHeight : Math.max(1, labels.length) * rowHeightOf(chart);
  const height = legendHeight + plot + 8;
  knowFaces();
  const canvas = createCanvas(width * density, Math.round(height * density));
  const pen = canvas.getContext('2d');
  pen.scale(density, density);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.font = `${textSize}px "${canvasFace}"`;
  pen.lineWidth = 0.2;
  pen.strokeStyle = ink;
  legend(pen, chart, 1);
  if (kind === 'line') drawLines(pen, chart, legendHeight);
  else drawBars(pen, chart, legendHeight);
  return {
    kind: 'picture',
    png: canvas.toBuffer('image/png'),
    width,
    height,
    alt: sayChart(chart),
    caption: `${title} (${unit})`,
  };
}
