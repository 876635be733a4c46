import { defineQuiz } from './element.ts';

const script = document.currentScript;
// Fetched as a module or written into another script it has no address of its own, and so no server.
if (script instanceof HTMLScriptElement && script.src !== '') defineQuiz(new URL(script.src).origin);
else throw new Error('embed.js has no src');
