/**
 * Tells the height of the frame's content, in CSS pixels rounded up, whenever it changes: in the frame of the paint that shows
 * it, so that nothing is cut off for long.
 */
export function followHeight(content: Element, tell: (px: number) => void): void {
  let told = 0;
  const measure = () => {
    const px = Math.ceil(content.getBoundingClientRect().height);
    if (px === told) return;
    told = px;
    tell(px);
  };
  new ResizeObserver(measure).observe(content);
  // A frame out of sight is not painted, and there the first observer is not called: below the fold, and in WordPress until it has spoken.
  new MutationObserver(measure).observe(content, { subtree: true, childList: true, characterData: true });
  measure();
}

/**
 * The height for pages that know Steppe from no loader: Canvas and other LTI platforms take it as text, WordPress with the secret
 * that it gave. Nothing else is said to a window of which the origin is not known, save where a reader goes in WordPress: see wordpressLink.ts.
 */
export function heightMessages(px: number, secret: string | null): readonly unknown[] {
  const lti = JSON.stringify({ subject: 'lti.frameResize', height: px });
  return secret === null ? [lti] : [lti, { message: 'height', value: px, secret }];
}
