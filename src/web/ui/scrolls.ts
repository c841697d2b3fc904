/** What scrolls must be reachable by keyboard, though nothing happens in it. */
export const scrolls = { tabIndex: 0 };
