// Before anything is drawn, so that a chosen theme never flashes; a file of its own because the policy allows no inline script.
(() => {
  try {
    const theme = localStorage.getItem('trongtam.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Without storage the system's own theme is shown.
  }
})();
