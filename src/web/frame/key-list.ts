/** Keys that work anywhere, each with the name of its words. */
export const keys = [
  ['/', 'search'],
  ['g h', 'today'],
  ['g v', 'documents'],
  ['g d', 'directives'],
  ['g t', 'tasks'],
  ['g o', 'organisation'],
  ['j k', 'move'],
  ['Enter', 'open'],
  ['Esc', 'close'],
  ['?', 'help'],
] as const;

/** Keys of one directive and of a list of them; a test holds them to what their screens hear. */
export const directiveKeys = [
  ['e', 'progress'],
  ['r', 'receive'],
  ['p', 'assign'],
  ['a', 'attach'],
  ['s', 'submit'],
  ['y', 'accept'],
  ['b', 'giveBack'],
  ['w', 'askExtension'],
  ['m', 'moreActs'],
  ['x', 'choose'],
] as const;
