// What the first page asks is asked while its code is still on its way; `src/web/api/early.ts` hands each answer on once.
(() => {
  const asked = new Map();
  Object.assign(globalThis, { trongtamEarly: asked });
  let language = 'vi';
  try {
    if (localStorage.getItem('trongtam.language') === 'en') language = 'en';
  } catch {
    // No storage: Vietnamese, as the code will find too.
  }
  const ask = (address) => {
    // The code may have come first and asked for itself.
    if (asked.has(address)) return asked.get(address);
    const answer = fetch(address, { headers: { accept: 'application/json', 'accept-language': language } });
    answer.catch(() => undefined);
    asked.set(address, answer);
    return answer;
  };
  const { pathname } = location;
  if (pathname === '/set-up') return;
  ask('/api/setup');
  // Neither page looks at who is signed in.
  if (pathname === '/sign-in' || pathname.startsWith('/public/')) return;
  const session = ask('/api/session');
  if (pathname !== '/') return;
  session
    .then(async (answer) => {
      if (!answer.ok) return;
      const { permissions, posts } = await answer.clone().json();
      if (permissions.includes('directive.view'))
        ask(posts.some(({ role }) => role === 'director') ? '/api/dashboard' : '/api/today');
      if (permissions.includes('intake.review')) ask('/api/intakes?state=reviewing&limit=5&counted=true');
    })
    .catch(() => undefined);
})();
