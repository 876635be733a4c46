import { Page } from '../page.tsx';

export function ClassScreen(props: { readonly id: string }) {
  return <Page name={props.id} />;
}
