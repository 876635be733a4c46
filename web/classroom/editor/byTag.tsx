import { tagsIn } from './scoped.ts';
import type { ScopeProps } from './scopeFields.tsx';
import { toggled } from './toggled.ts';

/** Facts with one of the ticked tags. */
export function ByTag({ form, change, deck }: ScopeProps) {
  return (
    <fieldset class="radios">
      <legend>Tags</legend>
      <div class="assign-tags">
        {tagsIn(deck).map(([tag, count]) => (
          <label key={tag} class="option">
            <input
              type="checkbox"
              checked={form.tags.includes(tag)}
              onChange={() => change({ tags: toggled(form.tags, tag) })}
            />
            <span class="option-text">
              {tag} <span class="quiet">({count})</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
