/**
 * The best figure other systems gave for the same request on 100,000 rows of the same data on a machine of this kind
 * (2 shared cores, PostgreSQL 15): CPU of server and database in seconds per 1000 requests, latency in milliseconds.
 */
export interface Peer {
  who: string;
  cpu?: number;
  p50?: number;
  perSecond?: number;
  /** How many times better is asked for. */
  factor: number;
}

export const peers: Record<string, Peer> = {
  'get one c1': { who: 'NocoDB', cpu: 5.8, p50: 5.6, factor: 3 },
  'get one c8': { who: 'NocoDB', cpu: 4.7, perSecond: 266, factor: 3 },
  'list 50 c1': { who: 'Directus', cpu: 15.8, p50: 15.1, factor: 4 },
  'list 50 c8': { who: 'Directus', cpu: 12.2, perSecond: 100, factor: 4 },
  'create c8': { who: 'NocoDB', cpu: 6.9, perSecond: 165, factor: 3 },
  'update c8': { who: 'NocoDB', cpu: 6.5, perSecond: 211, factor: 3 },
  'search with marks c1': { who: 'Directus/NocoDB', cpu: 565, p50: 439, factor: 20 },
  'search without marks c1': { who: 'Redmine + unaccent', cpu: 912, p50: 543, factor: 20 },
  // Two requests there: the agencies, then the units of one.
  'dashboard of all agencies c1': { who: 'Directus', cpu: 122, p50: 120, factor: 10 },
  'CSV c1': { who: 'Directus', cpu: 330, p50: 277, factor: 2 },
  'xlsx c1': { who: 'twice the CSV of Directus', p50: 550, factor: 1 },
};
