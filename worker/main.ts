import decks from '../.build/decks.json';
import { createApp } from './app.ts';

export default createApp(decks);
