/**
 * Lets links be followed in WordPress, whose sandbox opens no tab: its script goes where a frame that has the focus asks to go, if that is
 * the frame's own site (`wp-includes/js/wp-embed.js`). The page knows this address already: its own frame is there.
 */
export function startLinks(secret: string): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null) return;
    event.preventDefault();
    window.parent.postMessage({ message: 'link', value: link.href, secret }, '*');
  });
}
