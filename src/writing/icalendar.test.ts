import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DayEvent, folded, writeCalendar } from './icalendar.ts';

const event: DayEvent = {
  uid: 'một@trongtam',
  sequence: 3,
  changedAt: '2026-11-24T02:13:24.123456Z',
  day: '2026-11-30',
  summary: 'Hạn: báo cáo; số liệu, «kết quả» \\ chi tiết',
  description: 'Dòng một\nDòng hai',
  url: 'http://127.0.0.1:8686/directives/1',
};
const octets = (text: string) => new TextEncoder().encode(text).length;
/** As a reader of calendars undoes it. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '');
const lineOf = (calendar: string, name: string) =>
  unfolded(calendar)
    .split('\r\n')
    .find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));

describe('a calendar as RFC 5545 writes it', () => {
  const calendar = writeCalendar('Hạn nhiệm vụ', [event]);

  test('lines end in CRLF and no line is longer than 75 octets', () => {
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    for (const line of calendar.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
  });

  test('a whole day, with the properties an event must have', () => {
    expect(lineOf(calendar, 'DTSTART')).toBe('DTSTART;VALUE=DATE:20261130');
    expect(lineOf(calendar, 'DTSTAMP')).toBe('DTSTAMP:20261124T021324Z');
    expect(lineOf(calendar, 'UID')).toBe('UID:một@trongtam');
    expect(lineOf(calendar, 'SEQUENCE')).toBe('SEQUENCE:3');
    expect(lineOf(calendar, 'VERSION')).toBe('VERSION:2.0');
    expect(lineOf(calendar, 'PRODID')).toBeDefined();
  });

  test('commas, semicolons, backslashes and line breaks of a text are escaped', () => {
    expect(lineOf(calendar, 'SUMMARY')).toBe('SUMMARY:Hạn: báo cáo\\; số liệu\\, «kết quả» \\\\ chi tiết');
    expect(lineOf(calendar, 'DESCRIPTION')).toBe('DESCRIPTION:Dòng một\\nDòng hai');
  });

  test('no text breaks out of its line, whatever it holds', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'ế', '😀', '\r', '\n', '\0', ':', ';', ',', '\\', ' ', 'END'),
    });
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const written = writeCalendar(summary, [{ ...event, summary, description }]);
        const lines = unfolded(written).split('\r\n');
        expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
        expect(lines.every((line) => line === '' || /^[A-Z-]+[:;]/u.test(line))).toBe(true);
        expect(written.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  test('folding cuts no letter and can be undone', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ế', '😀', 'đ'), minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(text, (line) => {
        const parts = folded(line).split('\r\n');
        expect(unfolded(folded(line))).toBe(line);
        for (const part of parts) {
          expect(octets(part)).toBeLessThanOrEqual(75);
          expect(part.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
