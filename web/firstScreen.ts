/** How long (in ms) what can wait is kept waiting where the browser is never idle. */
const PATIENCE_MS = 2000;

/** Ends once the page shows a screen (in a session the first question) and the browser has nothing else to do. */
export async function afterFirstScreen(): Promise<void> {
  await firstScreen();
  await idle();
}

function firstScreen(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('main') === null || document.querySelector('main > .loading') !== null)
        return;
      watching.disconnect();
      resolve();
    };
    const watching = new MutationObserver(look);
    watching.observe(document.body, { childList: true, subtree: true });
    look();
  });
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
    else setTimeout(resolve, PATIENCE_MS);
  });
}
