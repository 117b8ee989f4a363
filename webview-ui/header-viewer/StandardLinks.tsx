import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { StandardLink } from '../../src/protocol/headerViewer';
import { attempt, host } from './model';
import * as state from './state';

/** Where the standard speaks of the active row. Plain links: nothing is fetched; VS Code opens them outside when clicked. */
export function StandardLinks() {
  const id = state.detail.value?.id;
  const links = useSignal<readonly StandardLink[]>([]);
  useEffect(() => {
    let latest = true;
    links.value = [];
    if (id !== undefined)
      void attempt(async () => {
        const found = await host.call('links', { id });
        if (latest) links.value = found;
      });
    return () => {
      latest = false;
    };
  }, [id]);
  if (links.value.length === 0) return null;
  return (
    <nav class="standard" aria-label="In the standard">
      <span>In the standard</span>
      <ul>
        {links.value.map(link => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
