// What a quiz needs after its first question, in one piece.
export { Ending } from './ending.tsx';
export { InPageLink } from './inPage.tsx';
export { FrameNotice, Keeping } from './keeping.tsx';
