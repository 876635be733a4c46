import { defineQuiz } from './element.ts';

// Throws where the script is none with an address: as a module or within another it has no server.
const { src } = document.currentScript as HTMLScriptElement;
defineQuiz(new URL(src).origin);
