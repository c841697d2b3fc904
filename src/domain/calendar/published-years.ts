import { z } from 'zod';
import y2014 from '../../../rules/calendar/2014.json' with { type: 'json' };
import y2015 from '../../../rules/calendar/2015.json' with { type: 'json' };
import y2016 from '../../../rules/calendar/2016.json' with { type: 'json' };
import y2017 from '../../../rules/calendar/2017.json' with { type: 'json' };
import y2018 from '../../../rules/calendar/2018.json' with { type: 'json' };
import y2019 from '../../../rules/calendar/2019.json' with { type: 'json' };
import y2020 from '../../../rules/calendar/2020.json' with { type: 'json' };
import y2021 from '../../../rules/calendar/2021.json' with { type: 'json' };
import y2022 from '../../../rules/calendar/2022.json' with { type: 'json' };
import y2023 from '../../../rules/calendar/2023.json' with { type: 'json' };
import y2024 from '../../../rules/calendar/2024.json' with { type: 'json' };
import y2025 from '../../../rules/calendar/2025.json' with { type: 'json' };
import y2026 from '../../../rules/calendar/2026.json' with { type: 'json' };
import y2027 from '../../../rules/calendar/2027.json' with { type: 'json' };
import { OfficialYear } from './official-year.ts';

const files = [
  y2014,
  y2015,
  y2016,
  y2017,
  y2018,
  y2019,
  y2020,
  y2021,
  y2022,
  y2023,
  y2024,
  y2025,
  y2026,
  y2027,
];
let parsed: readonly OfficialYear[] | undefined;

/**
 * The days off and swapped workdays of 2014–2027 that the product carries, oldest first. Read at the first call,
 * not when the module loads: a browser may get its `Temporal` only after that.
 */
export function publishedYears(): readonly OfficialYear[] {
  parsed ??= z.array(OfficialYear).parse(files);
  return parsed;
}
