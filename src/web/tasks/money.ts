/** An amount typed with or without dots, «1.800.000.000»; null where it is none. */
export function moneyTyped(typed: string): number | null {
  const plain = typed.replaceAll(/[.,\s]|đồng/gu, '');
  return /^\d{1,15}$/u.test(plain) ? Number(plain) : null;
}
