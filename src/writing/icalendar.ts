/** A whole day in a calendar that people subscribe to. */
export interface DayEvent {
  /** The same for the same thing at every asking. */
  uid: string;
  /** Grows with every change of it. */
  sequence: number;
  /** ISO instant of its last change. */
  changedAt: string;
  /** ISO. */
  day: string;
  summary: string;
  description: string;
  url: string;
}

/** RFC 5545 §3.3.11: what has a meaning in a text is escaped, controls are not allowed. */
const textOf = (text: string) =>
  text
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\\;,]/gu, '\\$&')
    .replaceAll('\n', '\\n');

const instantOf = (iso: string) =>
  Temporal.Instant.from(iso).toString({ smallestUnit: 'second' }).replaceAll(/[-:]/gu, '');

const encoder = new TextEncoder();

/** RFC 5545 §3.1: a line is at most 75 octets; the rest goes on after a line break and a space. No letter is cut. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > 75) {
      parts.push(part);
      // The space that begins the next line counts.
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

/**
 * A calendar of whole days as RFC 5545 writes it, for subscribing to.
 * The same events give the same bytes: without METHOD, DTSTAMP is the last change (§3.8.7.2).
 * @param name what the reader's program calls it
 */
export function writeCalendar(name: string, events: readonly DayEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Trong Tam//Due days//VI',
    'CALSCALE:GREGORIAN',
    `NAME:${textOf(name)}`,
    `X-WR-CALNAME:${textOf(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap(({ uid, sequence, changedAt, day, summary, description, url }) => [
      'BEGIN:VEVENT',
      `UID:${textOf(uid)}`,
      `DTSTAMP:${instantOf(changedAt)}`,
      `LAST-MODIFIED:${instantOf(changedAt)}`,
      `SEQUENCE:${sequence}`,
      `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
      `SUMMARY:${textOf(summary)}`,
      `DESCRIPTION:${textOf(description)}`,
      `URL:${url}`,
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
