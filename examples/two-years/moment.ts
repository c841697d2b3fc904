/** The moment of working hours at which something of a day is recorded; minutes count up through the day. */
export const momentOf = (day: Temporal.PlainDate, minute: number): string =>
  day
    .toZonedDateTime({
      timeZone: 'Asia/Ho_Chi_Minh',
      plainTime: { hour: 8 + (Math.floor(minute / 60) % 9), minute: minute % 60 },
    })
    .toInstant()
    .toString();
