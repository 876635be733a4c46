import { memoryStore } from '../../web/storeMemory.ts';
import { storeContract } from './storeContract.ts';

storeContract('the page', async () => memoryStore());
