import { Page } from '../page.tsx';

export function ReceiptScreen() {
  return <Page name="Receipt" />;
}
